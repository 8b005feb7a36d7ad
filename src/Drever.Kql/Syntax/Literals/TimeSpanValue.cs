using System.Globalization;
using Drever.Kql.Syntax.Lexing;

namespace Drever.Kql.Syntax.Literals;

/// <summary>Timespan texts to ticks of 100 ns. Kusto reference, "The timespan data type".</summary>
public static class TimeSpanValue
{
    /// <summary>
    /// <c>2.5h</c>, <c>15 seconds</c>, a bare number (days), <c>[d.]hh:mm[:ss[.fffffff]]</c>, each with a sign before it.
    /// </summary>
    public static bool TryParse(ReadOnlySpan<char> text, out long ticks)
    {
        var isNegative = text.Length > 0 && text[0] == '-';
        if (text.Length > 0 && text[0] is '-' or '+')
            text = text[1..];
        var isValue = text.Contains(':') ? TryClock(text, out ticks) : TryNumberAndUnit(text, out ticks);
        if (isNegative)
            ticks = -ticks;
        return isValue;
    }

    private static bool TryNumberAndUnit(ReadOnlySpan<char> text, out long ticks)
    {
        ticks = 0;
        var length = 0;
        while (length < text.Length && (char.IsAsciiDigit(text[length]) || text[length] == '.'))
            length++;
        var unit = text[length..].TrimStart();
        var ticksOfUnit = unit.IsEmpty ? TimeSpan.TicksPerDay : TimeUnits.TicksOf(unit);
        if (ticksOfUnit == 0
            || !decimal.TryParse(text[..length], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            || number > long.MaxValue / (decimal)ticksOfUnit)
            return false;
        var exact = number * ticksOfUnit;
        ticks = (long)(TimeUnits.IsNanosecond(unit) ? exact / 100 : exact);
        return true;
    }

    private static bool TryClock(ReadOnlySpan<char> text, out long ticks)
    {
        ticks = 0;
        long days = 0;
        var dot = text.IndexOf('.');
        var colon = text.IndexOf(':');
        if (dot >= 0 && dot < colon)
        {
            if (!TryDigits(text[..dot], out days))
                return false;
            text = text[(dot + 1)..];
        }

        Span<Range> parts = stackalloc Range[4];
        var count = text.Split(parts, ':');
        if (count is < 2 or > 3 || !TryDigits(text[parts[0]], out var hours) || !TryDigits(text[parts[1]], out var minutes))
            return false;
        long secondTicks = 0;
        if (count == 3 && !TrySeconds(text[parts[2]], out secondTicks))
            return false;
        if (hours > 23 || minutes > 59 || days > TimeSpan.MaxValue.Days)
            return false;
        ticks = (days * TimeSpan.TicksPerDay) + (hours * TimeSpan.TicksPerHour) + (minutes * TimeSpan.TicksPerMinute) + secondTicks;
        return ticks >= 0;
    }

    /// <summary><c>ss[.f...]</c>; what is smaller than a tick is cut.</summary>
    internal static bool TrySeconds(ReadOnlySpan<char> text, out long ticks)
    {
        ticks = 0;
        var dot = text.IndexOfAny('.', ',');
        var fraction = dot < 0 ? [] : text[(dot + 1)..];
        if (!TryDigits(dot < 0 ? text : text[..dot], out var seconds) || seconds > 59)
            return false;
        ticks = seconds * TimeSpan.TicksPerSecond;
        var unit = TimeSpan.TicksPerSecond;
        foreach (var c in fraction)
        {
            if (!char.IsAsciiDigit(c))
                return false;
            unit /= 10;
            ticks += (c - '0') * unit;
        }

        return true;
    }

    private static bool TryDigits(ReadOnlySpan<char> text, out long value) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value);
}
