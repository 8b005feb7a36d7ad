using System.Globalization;

namespace Drever.Kql.Syntax.Literals;

/// <summary>The values of numbers and truth values. Each method answers false when the text is none.</summary>
internal static class NumberValue
{
    /// <summary>Decimal digits with a sign, or <c>0x</c> with up to 16 hex digits (two's complement: 16 F is -1).</summary>
    public static bool TryLong(ReadOnlySpan<char> text, out long value)
    {
        var isNegative = text.Length > 0 && text[0] == '-';
        var digits = text.Length > 0 && text[0] is '-' or '+' ? text[1..] : text;
        if (!digits.StartsWith("0x", StringComparison.OrdinalIgnoreCase))
            return long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);
        if (!ulong.TryParse(digits[2..], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var bits))
        {
            value = 0;
            return false;
        }

        value = isNegative ? -(long)bits : (long)bits;
        return true;
    }

    public static bool TryInt(ReadOnlySpan<char> text, out int value)
    {
        var isValue = TryLong(text, out var wide) && wide is >= int.MinValue and <= int.MaxValue;
        value = isValue ? (int)wide : 0;
        return isValue;
    }

    public static bool TryReal(ReadOnlySpan<char> text, out double value)
    {
        switch (text)
        {
            case "nan" or "NaN" or "NAN":
                value = double.NaN;
                return true;
            case "inf" or "+inf" or "+Inf" or "Inf":
                value = double.PositiveInfinity;
                return true;
            case "-inf" or "-Inf":
                value = double.NegativeInfinity;
                return true;
            default:
                const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
                return double.TryParse(text, Style, CultureInfo.InvariantCulture, out value);
        }
    }

    /// <summary>Any number but 0 is true.</summary>
    public static bool TryBool(ReadOnlySpan<char> text, out bool value)
    {
        if (bool.TryParse(text, out value))
            return true;
        var isNumber = TryLong(text, out var number);
        value = number != 0;
        return isNumber;
    }

    /// <summary>Up to 38 digits; further fraction digits are rounded away from zero at the half, more whole digits fail.</summary>
    public static bool TryDecimal(ReadOnlySpan<char> text, out DecimalValue value)
    {
        value = default;
        var exponentAt = text.IndexOfAny('e', 'E');
        var exponent = 0;
        if (exponentAt >= 0)
        {
            if (!int.TryParse(text[(exponentAt + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out exponent)
                || exponent is < -100 or > 100)
                return false;
            text = text[..exponentAt];
        }

        var isNegative = text.Length > 0 && text[0] == '-';
        if (text.Length > 0 && text[0] is '-' or '+')
            text = text[1..];
        if (!TryDigits(text, out var unscaled, out var scale))
            return false;
        scale -= exponent;
        for (; scale < 0; scale++)
        {
            if (Int128.Abs(unscaled) > MaxUnscaled / 10)
                return false;
            unscaled *= 10;
        }

        for (; scale > 38; scale--)
            unscaled /= 10;
        value = new DecimalValue(isNegative ? -unscaled : unscaled, scale);
        return true;
    }

    private static readonly Int128 MaxUnscaled = Int128.Parse("99999999999999999999999999999999999999", CultureInfo.InvariantCulture);

    private static bool TryDigits(ReadOnlySpan<char> text, out Int128 unscaled, out int scale)
    {
        unscaled = 0;
        scale = 0;
        var seenPoint = false;
        var isFull = false;
        var digits = 0;
        foreach (var c in text)
        {
            if (c == '.' && !seenPoint)
            {
                seenPoint = true;
                continue;
            }

            if (!char.IsAsciiDigit(c))
                return false;
            digits++;
            if (isFull || unscaled > (MaxUnscaled - (c - '0')) / 10)
            {
                if (!seenPoint)
                    return false;
                if (!isFull && c >= '5' && unscaled < MaxUnscaled)
                    unscaled++;
                isFull = true;
                continue;
            }

            unscaled = (unscaled * 10) + (c - '0');
            if (seenPoint)
                scale++;
        }

        return digits > 0;
    }
}
