using Drever.Engine.Native;
using Drever.Schema;

namespace Drever.Ingest.Rows;

/// <summary>Rows of one table, column by column, waiting to be stored together.</summary>
internal sealed class RowBatch : IDisposable
{
    private readonly NativeColumn _ingestionTime;
    private readonly NativeColumn _recordId;
    private readonly HashSet<UInt128> _seen = [];

    public RowBatch(HuntingTable table)
    {
        Table = table;
        Columns = [.. table.StoredColumns.Select(c => new ColumnAppender(Block, c))];
        _ingestionTime = Block.AddColumn(BookkeepingColumns.IngestionTime, NativeColumnType.DateTime);
        _recordId = Block.AddColumn(BookkeepingColumns.RecordId, NativeColumnType.UInt128);
    }

    public HuntingTable Table { get; }

    public NativeBlockWriter Block { get; } = new();

    public ColumnAppender[] Columns { get; }

    /// <summary>The records' ids, row by row.</summary>
    public List<UInt128> Ids { get; } = [];

    /// <summary>Records that were in the batch already.</summary>
    public int Duplicates { get; private set; }

    /// <summary>Bytes of the records, about what the block takes.</summary>
    public long Bytes { get; private set; }

    public long MinTicks { get; private set; } = long.MaxValue;

    public long MaxTicks { get; private set; } = long.MinValue;

    /// <summary>
    /// All rows have a time of their own, so that an earlier copy of one can only lie between <see cref="MinTicks"/> and <see cref="MaxTicks"/>.
    /// </summary>
    public bool IsTimed { get; private set; } = true;

    /// <summary>False if the batch has the record already.</summary>
    public bool TryStart(UInt128 id)
    {
        if (_seen.Add(id))
            return true;
        Duplicates++;
        return false;
    }

    /// <summary>Ends a row whose columns have been appended.</summary>
    /// <param name="id">The record's id.</param>
    /// <param name="ownTicks">The row's own time; null if it has none.</param>
    public void EndRow(UInt128 id, long? ownTicks, long ingestionTicks, int bytes)
    {
        _ingestionTime.AppendDateTimeTicks(ingestionTicks);
        _recordId.AppendUInt128(id);
        Block.EndRow();
        Ids.Add(id);
        Bytes += bytes;
        if (ownTicks is { } ticks)
            (MinTicks, MaxTicks) = (Math.Min(MinTicks, ticks), Math.Max(MaxTicks, ticks));
        else
            IsTimed = false;
    }

    public void Dispose() => Block.Dispose();
}
