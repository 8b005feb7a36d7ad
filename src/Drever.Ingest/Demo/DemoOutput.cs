using Drever.Ingest.Records;

namespace Drever.Ingest.Demo;

/// <summary>Collects the records of one step; what would lie outside the time of the demo is dropped.</summary>
internal sealed class DemoOutput(DemoOptions options)
{
    private readonly List<Record> _records = [];
    private readonly Record _dropped = new();
    private int _count;

    public DemoOptions Options => options;

    public int Count => _count;

    public Record this[int index] => _records[index];

    public void Clear() => _count = 0;

    /// <summary>Starts a record of a table with a time column.</summary>
    public DemoRow Row(string table, DateTime time, string timeColumn = "Timestamp")
    {
        if (time >= options.Now || time < options.Start)
        {
            _dropped.Clear();
            return new DemoRow(_dropped);
        }

        // It reaches the service a little later.
        return Start(table, time.AddMilliseconds(20_000 + (time.Ticks % 90_000))).Set(timeColumn, time);
    }

    /// <summary>Starts a record of a table that holds the current state.</summary>
    public DemoRow State(string table) => Start(table, options.Now);

    private DemoRow Start(string table, DateTime received)
    {
        if (_count == _records.Count)
            _records.Add(new Record());
        var record = _records[_count++];
        record.Clear();
        record.Table = table;
        record.ReceivedTicks = received.Ticks;
        return new DemoRow(record);
    }
}
