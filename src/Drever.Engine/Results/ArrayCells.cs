namespace Drever.Engine.Results;

/// <summary>The elements of an array, one after the other; for <c>foreach</c>.</summary>
public ref struct ArrayCells
{
    private readonly ColumnType _element;
    private readonly ReadOnlySpan<byte> _bytes;
    private int _position;
    private int _left;

    internal ArrayCells(ColumnType element, ReadOnlySpan<byte> bytes)
    {
        _element = element;
        _bytes = bytes;
        Count = RowScanner.TryReadLength(bytes, ref _position, out var count) ? count : 0;
        _left = Count;
    }

    /// <summary>How many elements there are.</summary>
    public int Count { get; }

    public Cell Current { readonly get; private set; }

    public readonly ArrayCells GetEnumerator() => this;

    public bool MoveNext()
    {
        if (_left == 0 || !RowScanner.TryScan(_element, _bytes, ref _position, out var start, out var length, out var isNull))
            return false;
        _left--;
        Current = new Cell(_element, _bytes.Slice(start, length), isNull);
        return true;
    }
}
