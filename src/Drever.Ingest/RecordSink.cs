using Drever.Ingest.Files;
using Drever.Ingest.Records;
using Drever.Ingest.Rows;
using Drever.Ingest.Storing;
using Drever.Schema;

namespace Drever.Ingest;

/// <summary>Sorts records into their tables' batches and hands full batches over.</summary>
internal sealed class RecordSink(HuntingSchema schema, TimeProvider time, IngestOptions options, StoringQueue queue, RunReport report)
{
    private const int RecordsBetweenChecks = 256;

    private readonly Dictionary<string, TableRows> _tables = new(StringComparer.OrdinalIgnoreCase);
    private readonly Record _record = new();
    private TableRows? _last;

    public IEnumerable<TableRows> Tables => _tables.Values;

    public async Task ReadAllAsync(IRecordReader reader, ListedFile file, Func<long> bytesRead, CancellationToken cancellationToken)
    {
        for (var count = 1; ; count++)
        {
            var outcome = await reader.ReadAsync(_record, cancellationToken);
            if (outcome == ReadOutcome.End)
                return;
            if (outcome == ReadOutcome.Rejected)
                report.Reject(file.Name, reader.Rejection);
            else if (Find(_record.Table) is { } rows)
                await AddAsync(rows);
            else
                report.Reject(file.Name, new(reader.Line, "a table that the schema does not have", _record.Table));

            if (count % RecordsBetweenChecks == 0)
            {
                report.Advance(file, bytesRead(), _tables.Values.Sum(t => t.Counts.Read), queue.Totals);
                await LimitPendingAsync();
            }
        }
    }

    /// <summary>Stores what is left.</summary>
    public async Task FinishAsync()
    {
        foreach (var rows in _tables.Values)
            await queue.AddAsync(rows);
        await queue.CompleteAsync();
    }

    private async ValueTask AddAsync(TableRows rows)
    {
        rows.Add(_record);
        if (rows.Batch.Ids.Count >= options.BatchRows || rows.Batch.Bytes >= options.BatchBytes)
            await queue.AddAsync(rows);
    }

    private async ValueTask LimitPendingAsync()
    {
        while (_tables.Values.Sum(t => t.Batch.Bytes) > options.PendingBytes)
            await queue.AddAsync(_tables.Values.MaxBy(t => t.Batch.Bytes)!);
    }

    private TableRows? Find(string name)
    {
        if (_last is not null && _last.Table.Name == name)
            return _last;
        if (_tables.TryGetValue(name, out var rows))
            return _last = rows;
        if (Table(name) is not { } table)
            return null;
        if (!_tables.TryGetValue(table.Name, out rows))
            _tables.Add(table.Name, rows = new TableRows(table, time));
        return _last = rows;
    }

    /// <summary>Containers of the export have the names in lower case.</summary>
    private HuntingTable? Table(string name) => schema.Tables.FirstOrDefault(t => t.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
}
