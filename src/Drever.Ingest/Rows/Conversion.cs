using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Drever.Ingest.Json;
using Drever.Ingest.Records;

namespace Drever.Ingest.Rows;

/// <summary>A property's value as the column's type; false where it can't be. Null never comes here.</summary>
internal static class Conversion
{
    public static bool TryInteger(FieldKind kind, ReadOnlySpan<byte> value, out long number)
    {
        number = kind == FieldKind.True ? 1 : 0;
        if (kind is FieldKind.True or FieldKind.False)
            return true;
        value = value.Trim(" \t"u8);
        if (kind == FieldKind.Json || value.IsEmpty)
            return false;
        if (Utf8Parser.TryParse(value, out number, out var used) && used == value.Length)
            return true;
        // 3.0 and 1e3 are whole numbers too.
        if (!decimal.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var exact) || exact != decimal.Truncate(exact) || exact is < long.MinValue or > long.MaxValue)
            return false;
        number = (long)exact;
        return true;
    }

    public static bool TryReal(FieldKind kind, ReadOnlySpan<byte> value, out double number)
    {
        number = 0;
        value = value.Trim(" \t"u8);
        return kind is FieldKind.Number or FieldKind.Text
            && Utf8Parser.TryParse(value, out number, out var used) && used == value.Length && double.IsFinite(number);
    }

    public static bool TryBoolean(FieldKind kind, ReadOnlySpan<byte> value, out bool truth)
    {
        truth = kind == FieldKind.True;
        if (kind is FieldKind.True or FieldKind.False)
            return true;
        if (kind == FieldKind.Json)
            return false;
        value = value.Trim(" \t"u8);
        if (Ascii.EqualsIgnoreCase(value, "true"u8) || Ascii.EqualsIgnoreCase(value, "false"u8))
        {
            truth = value.Length == 4;
            return true;
        }

        var isNumber = TryInteger(FieldKind.Number, value, out var number);
        truth = number != 0;
        return isNumber;
    }

    public static bool TryTime(FieldKind kind, ReadOnlySpan<byte> value, out long ticks)
    {
        ticks = 0;
        return kind == FieldKind.Text && TimeText.TryParse(value.Trim(" \t"u8), out ticks);
    }

    public static bool TryGuid(FieldKind kind, ReadOnlySpan<byte> value, out Guid guid)
    {
        guid = Guid.Empty;
        return kind == FieldKind.Text && Guid.TryParse(value.Trim(" \t"u8), CultureInfo.InvariantCulture, out guid);
    }
}
