namespace Drever.Ingest.Csv;

/// <summary>Finds the cells of one row (RFC 4180, any one-byte delimiter).</summary>
internal sealed class CsvRow(byte delimiter)
{
    private readonly List<Cell> _cells = [];

    public int Count => _cells.Count;

    /// <summary>Scans one row. False if the data ends within it.</summary>
    /// <param name="data">Begins with the row's first byte; the cells refer to it.</param>
    /// <param name="used">Bytes of the row and its line end.</param>
    public bool TryScan(ReadOnlySpan<byte> data, bool isFinal, out int used)
    {
        _cells.Clear();
        used = 0;
        while (true)
        {
            var isQuoted = used < data.Length && data[used] == '"';
            var start = isQuoted ? used + 1 : used;
            var end = isQuoted ? EndOfQuoted(data, start) : start;
            if (end < 0)
                return false;

            // Text after a closing quote belongs to the cell no more; it is passed over.
            var next = data[end..].IndexOfAny(delimiter, (byte)'\n');
            if (next < 0 && !isFinal)
                return false;
            var stop = next < 0 ? data.Length : end + next;
            _cells.Add(new(start, (isQuoted ? end - 1 : TrimReturn(data, start, stop)) - start, isQuoted));
            used = Math.Min(stop + 1, data.Length);
            if (stop >= data.Length || data[stop] == '\n')
                return true;
        }
    }

    /// <summary>Writes a cell's text; never longer than the row.</summary>
    public int Copy(ReadOnlySpan<byte> data, int index, Span<byte> to)
    {
        var cell = _cells[index];
        var text = data.Slice(cell.Start, cell.Length);
        if (!cell.IsQuoted || !text.Contains((byte)'"'))
        {
            text.CopyTo(to);
            return text.Length;
        }

        var length = 0;
        for (var i = 0; i < text.Length; i++)
        {
            to[length++] = text[i];
            if (text[i] == '"')
                i++;
        }

        return length;
    }

    public int Length(int index) => _cells[index].Length;

    /// <summary>The position after the closing quote, -1 if there is none.</summary>
    private static int EndOfQuoted(ReadOnlySpan<byte> data, int start)
    {
        while (true)
        {
            var quote = data[start..].IndexOf((byte)'"');
            if (quote < 0)
                return -1;
            start += quote + 1;
            if (start >= data.Length || data[start] != '"')
                return start;
            start++;
        }
    }

    private static int TrimReturn(ReadOnlySpan<byte> data, int start, int stop) => stop > start && data[stop - 1] == '\r' ? stop - 1 : stop;

    private readonly record struct Cell(int Start, int Length, bool IsQuoted);
}
