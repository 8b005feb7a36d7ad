using System.Collections.Concurrent;
using Drever.Engine.Native;
using Drever.Engine;
using Drever.Ingest.Rows;
using Drever.Schema.Ddl;
using Drever.Schema;
using Drever.Sql;

namespace Drever.Ingest.Storing;

/// <summary>
/// Stores batches so that a record is stored once, however often it comes: asks the table which records it has, inserts the others.
/// That is exact because one process owns the data and one batch of a table is stored at a time, and it stays so after a crash,
/// since a block is stored whole or not at all.
/// </summary>
internal sealed class BatchStore(IHuntingEngine engine)
{
    private const string Incoming = "incoming";

    private static readonly long Earliest = new DateTime(1971, 1, 1, 0, 0, 0, DateTimeKind.Utc).Ticks;
    private static readonly long Latest = new DateTime(2199, 1, 1, 0, 0, 0, DateTimeKind.Utc).Ticks;
    private static readonly EngineLimits CheckLimits = EngineLimits.None with { MaxThreads = 2 };

    private readonly ConcurrentDictionary<(string Database, string Table), SemaphoreSlim> _turns = new();

    /// <summary>Stores the batch's new rows; the rows that were there already are gone from it.</summary>
    /// <returns>How many were there already.</returns>
    public async Task<int> StoreAsync(string database, RowBatch batch, CancellationToken cancellationToken)
    {
        if (batch.Ids.Count == 0)
            return 0;
        var turn = _turns.GetOrAdd((database, batch.Table.Name), _ => new SemaphoreSlim(1));
        await turn.WaitAsync(cancellationToken);
        try
        {
            var existing = new bool[batch.Ids.Count];
            var count = await FindExistingAsync(database, batch, existing, cancellationToken);
            if (count == batch.Ids.Count)
                return count;
            if (count > 0)
                batch.Block.RemoveRows(existing);
            await engine.InsertAsync(database, batch.Table.Name, batch.Block.ToBlock(), deduplicationToken: null, cancellationToken);
            return count;
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>Marks the rows whose records the table has. Looks only where they can lie: a copy has the same time.</summary>
    private async Task<int> FindExistingAsync(string database, RowBatch batch, bool[] existing, CancellationToken cancellationToken)
    {
        using var ids = new NativeBlockWriter();
        var position = ids.AddColumn("position", NativeColumnType.Int64);
        var id = ids.AddColumn("id", NativeColumnType.UInt128);
        for (var i = 0; i < batch.Ids.Count; i++)
        {
            position.AppendInt64(i);
            id.AppendUInt128(batch.Ids[i]);
            ids.EndRow();
        }

        var query = new EngineQuery(CheckSql(database, batch), database)
        {
            Limits = CheckLimits,
            MeasureUsage = false,
            TemporaryTables = [new(Incoming, $"position Int64, id {BookkeepingColumns.RecordIdType}", ids.ToBlock())],
        };
        await using var rows = await engine.QueryAsync(query, cancellationToken);
        var count = 0;
        for (; await rows.ReadAsync(cancellationToken); count++)
            existing[rows.GetInt64(0)] = true;
        return count;
    }

    private static string CheckSql(string database, RowBatch batch)
    {
        var range = batch.Table.TimeColumn is { } time && batch.IsTimed ? Range(SqlText.Identifier(time.Name), batch) : "";
        var recordId = SqlText.Identifier(BookkeepingColumns.RecordId);
        return $"SELECT position FROM {Incoming} WHERE id IN (SELECT {recordId} FROM {ClickHouseDdl.FullName(database, batch.Table)} WHERE {recordId} IN (SELECT id FROM {Incoming}){range})";
    }

    /// <summary>A bound that ClickHouse could not read as text is left out; the check is then only dearer.</summary>
    private static string Range(string column, RowBatch batch)
    {
        var from = batch.MinTicks >= Earliest ? $" AND {column} >= {Moment(batch.MinTicks)}" : "";
        return batch.MaxTicks <= Latest ? $"{from} AND {column} <= {Moment(batch.MaxTicks)}" : from;
    }

    private static string Moment(long ticks) => FormattableString.Invariant($"toDateTime64('{new DateTime(ticks, DateTimeKind.Utc):yyyy-MM-dd HH:mm:ss.fffffff}', 7, 'UTC')");
}
