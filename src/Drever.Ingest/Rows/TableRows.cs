using Drever.Ingest.Records;
using Drever.Schema;

namespace Drever.Ingest.Rows;

/// <summary>Turns records of one table into rows of its batch, by the rules for Defender's streaming records.</summary>
internal sealed class TableRows(HuntingTable table, TimeProvider time)
{
    private readonly ColumnMap _map = new(table);
    private readonly RecordId _id = new(table);
    private readonly int[] _fieldOf = new int[table.StoredColumns.Length];
    private readonly List<int> _unknown = [];
    private readonly int _timeColumn = table.TimeColumn is { } t ? table.StoredColumns.IndexOf(t) : -1;

    public HuntingTable Table => table;

    public RowBatch Batch { get; private set; } = new(table);

    public TableCounts Counts { get; } = new();

    public void Add(Record record)
    {
        Counts.Read++;
        FindFields(record);
        var id = _id.Of(record, _fieldOf, _unknown);
        if (!Batch.TryStart(id))
            return;

        var received = record.ReceivedTicks ?? time.GetUtcNow().Ticks;
        var own = OwnTime(record);
        if (own is null && _timeColumn >= 0)
            Counts.WithoutTime++;
        for (var i = 0; i < _fieldOf.Length; i++)
        {
            if (i == _timeColumn)
                Batch.Columns[i].AppendTicks(own ?? received);
            else
                Append(record, i);
        }

        Batch.EndRow(id, _timeColumn < 0 ? null : own, received, record.Length);
    }

    /// <summary>The batch, to be stored; a new one is begun.</summary>
    public RowBatch TakeBatch()
    {
        var full = Batch;
        Batch = new RowBatch(table);
        return full;
    }

    private void FindFields(Record record)
    {
        Array.Fill(_fieldOf, -1);
        _unknown.Clear();
        for (var i = 0; i < record.Count; i++)
        {
            var column = _map.Find(i, record.Name(i));
            if (column >= 0 && (_fieldOf[column] < 0 || record.IsNull(_fieldOf[column])))
                _fieldOf[column] = i;
            else if (column == ColumnMap.Unknown)
            {
                _unknown.Add(i);
                Counts.Unknown(record.Name(i));
            }
        }
    }

    /// <summary>The time column's value; a table that has none has no own time.</summary>
    private long? OwnTime(Record record)
    {
        if (_timeColumn < 0 || _fieldOf[_timeColumn] is not (>= 0 and var field) || record.IsNull(field))
            return null;
        if (Conversion.TryTime(record.Kind(field), record.Value(field), out var ticks))
            return ticks;
        Counts.Failed(table.StoredColumns[_timeColumn].Name);
        return null;
    }

    private void Append(Record record, int column)
    {
        var field = _fieldOf[column];
        if (field < 0 || record.IsNull(field))
            Batch.Columns[column].AppendNull();
        else if (!Batch.Columns[column].Append(record.Kind(field), record.Value(field)))
            Counts.Failed(table.StoredColumns[column].Name);
    }
}
