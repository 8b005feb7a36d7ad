using System.Text;

namespace Drever.Engine.Results;

/// <summary>The start of RowBinaryWithNamesAndTypes: the number of columns, their names, their types.</summary>
internal static class RowBinaryHeader
{
    /// <summary>False when the bytes end before the header does.</summary>
    public static bool TryRead(ReadOnlySpan<byte> bytes, out ResultColumn[] columns, out int length)
    {
        columns = [];
        if (!TryMeasure(bytes, out length))
            return false;

        var position = 0;
        RowScanner.TryReadLength(bytes, ref position, out var count);
        columns = new ResultColumn[count];
        var names = new string[count];
        for (var i = 0; i < count; i++)
            names[i] = ReadText(bytes, ref position);
        for (var i = 0; i < count; i++)
            columns[i] = new ResultColumn(names[i], ColumnTypeParser.Parse(ReadText(bytes, ref position)));
        return true;
    }

    /// <summary>How many bytes the header takes.</summary>
    public static bool TryMeasure(ReadOnlySpan<byte> bytes, out int length)
    {
        length = 0;
        var position = 0;
        if (!RowScanner.TryReadLength(bytes, ref position, out var count))
            return false;
        for (var i = 0; i < 2L * count; i++)
        {
            if (!RowScanner.TryReadLength(bytes, ref position, out var textLength) || bytes.Length - position < textLength)
                return false;
            position += textLength;
        }

        length = position;
        return true;
    }

    private static string ReadText(ReadOnlySpan<byte> bytes, ref int position)
    {
        RowScanner.TryReadLength(bytes, ref position, out var length);
        position += length;
        return Encoding.UTF8.GetString(bytes.Slice(position - length, length));
    }
}
