namespace Drever.Engine.Results;

/// <summary>Finds where values begin and end in ClickHouse's RowBinary format. "False" means: the bytes end before the value does.</summary>
internal static class RowScanner
{
    /// <summary>Steps over one value; <paramref name="start"/> and <paramref name="length"/> frame its own bytes (a string's text, without its length).</summary>
    public static bool TryScan(ColumnType type, ReadOnlySpan<byte> bytes, ref int position, out int start, out int length, out bool isNull)
    {
        start = position;
        length = 0;
        isNull = false;
        if (type.Nullable)
        {
            if (position >= bytes.Length)
                return false;
            isNull = bytes[position++] != 0;
            start = position;
            if (isNull)
                return true;
        }

        switch (type.Kind)
        {
            case ValueKind.String:
                if (!TryReadLength(bytes, ref position, out length))
                    return false;
                start = position;
                break;
            case ValueKind.Array:
                return TryScanArray(type, bytes, ref position, start, out length);
            default:
                length = type.Width;
                break;
        }

        if (bytes.Length - position < length)
            return false;
        position += length;
        return true;
    }

    private static bool TryScanArray(ColumnType type, ReadOnlySpan<byte> bytes, ref int position, int start, out int length)
    {
        length = 0;
        if (!TryReadLength(bytes, ref position, out var count))
            return false;
        for (var i = 0; i < count; i++)
            if (!TryScan(type.Element!, bytes, ref position, out _, out _, out _))
                return false;
        length = position - start;
        return true;
    }

    /// <summary>A length in LEB128, as ClickHouse writes lengths and counts. Longer than 2 GB is an error, not "more bytes please".</summary>
    public static bool TryReadLength(ReadOnlySpan<byte> bytes, ref int position, out int length)
    {
        ulong value = 0;
        var at = position;
        for (var shift = 0; shift < 64; shift += 7)
        {
            if (at >= bytes.Length)
            {
                length = 0;
                return false;
            }

            var part = bytes[at++];
            value |= (ulong)(part & 0x7F) << shift;
            if (part >= 0x80)
                continue;
            if (value > int.MaxValue)
                break;
            position = at;
            length = (int)value;
            return true;
        }

        throw new EngineException(EngineErrorKind.Other, "A value of the result is longer than 2 GB, or the result is damaged.");
    }
}
