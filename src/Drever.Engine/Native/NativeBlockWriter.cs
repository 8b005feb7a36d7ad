using System.Buffers;

namespace Drever.Engine.Native;

/// <summary>
/// Builds one block in ClickHouse's Native format: append to the columns, end the row, and when there are enough rows hand
/// <see cref="ToBlock"/> to <see cref="IHuntingEngine.InsertAsync"/>. <see cref="Clear"/> starts the next block in the same buffers.
/// </summary>
public sealed class NativeBlockWriter : IDisposable
{
    private readonly List<NativeColumn> _columns = [];
    private readonly PooledBuffer _headers = new();

    public IReadOnlyList<NativeColumn> Columns => _columns;

    public int RowCount { get; private set; }

    /// <summary>Bytes of the values so far; for deciding when a block is large enough.</summary>
    public long ByteCount
    {
        get
        {
            long bytes = 0;
            foreach (var column in _columns)
                bytes += column.Values.Length + column.Nulls.Length;
            return bytes;
        }
    }

    /// <summary>Adds a column; all columns before the first row.</summary>
    public NativeColumn AddColumn(string name, NativeColumnType type, bool nullable = false)
    {
        if (RowCount > 0)
            throw new InvalidOperationException("Columns are added before the first row.");
        var column = new NativeColumn(name, type, nullable);
        _columns.Add(column);
        return column;
    }

    /// <summary>Ends a row: a column that got no value in it gets null (or its empty value).</summary>
    public void EndRow()
    {
        RowCount++;
        foreach (var column in _columns)
        {
            if (column.Count < RowCount)
                column.AppendNull();
            if (column.Count != RowCount)
                throw new InvalidOperationException($"The column {column.Name} got {column.Count - RowCount + 1} values in one row.");
        }
    }

    /// <summary>Takes rows out of the block; the others keep their order.</summary>
    /// <param name="isRemoved">For each row, whether it goes.</param>
    public void RemoveRows(ReadOnlySpan<bool> isRemoved)
    {
        if (isRemoved.Length != RowCount)
            throw new ArgumentException($"The block has {RowCount} rows, not {isRemoved.Length}.", nameof(isRemoved));
        foreach (var column in _columns)
            column.RemoveRows(isRemoved);
        RowCount -= isRemoved.Count(true);
    }

    /// <summary>The block; valid until the next change of this writer.</summary>
    public ReadOnlySequence<byte> ToBlock()
    {
        _headers.ShrinkTo(0);
        _headers.AddLength(_columns.Count);
        _headers.AddLength(RowCount);
        var ends = new int[_columns.Count];
        for (var i = 0; i < _columns.Count; i++)
        {
            _headers.AddText(_columns[i].Name);
            _headers.AddText(_columns[i].TypeText);
            ends[i] = _headers.Length;
        }

        var pieces = new SequenceBuilder();
        var start = 0;
        for (var i = 0; i < _columns.Count; i++)
        {
            pieces.Add(_headers.Written[start..ends[i]]);
            pieces.Add(_columns[i].Nulls);
            pieces.Add(_columns[i].Values);
            start = ends[i];
        }

        return pieces.Build();
    }

    /// <summary>Forgets the rows, keeps the columns and their buffers.</summary>
    public void Clear()
    {
        RowCount = 0;
        foreach (var column in _columns)
            column.Clear();
    }

    public void Dispose()
    {
        _headers.Dispose();
        foreach (var column in _columns)
            column.Dispose();
    }
}
