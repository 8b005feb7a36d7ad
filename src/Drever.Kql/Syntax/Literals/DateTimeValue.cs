using System.Globalization;

namespace Drever.Kql.Syntax.Literals;

/// <summary>
/// Datetime texts to ticks of 100 ns since 0001-01-01T00:00:00Z. Kusto reference, "The datetime data type": ISO 8601 (also parts of it),
/// RFC 822 and RFC 850 forms, and month/day/year. A time without a zone is UTC.
/// </summary>
public static class DateTimeValue
{
    private static readonly string[] DateForms =
    [
        "d MMM yy", "d MMM yyyy", "d-MMM-yy", "d-MMM-yyyy", "ddd, d MMM yy", "ddd, d MMM yyyy", "dddd, d-MMM-yy", "dddd, d-MMM-yyyy",
        "ddd, d-MMM-yy", "ddd, d-MMM-yyyy", "MMM d yyyy", "MMM d, yyyy", "MMMM d yyyy", "MMMM d, yyyy", "d MMMM yyyy", "M/d/yyyy",
    ];

    private static readonly string[] TimeForms =
    [
        "", " H:mm", " H:mm:ss", " H:mm:ss.FFFFFFF", " h:mm tt", " h:mm:ss tt", " h:mm:ss.FFFFFFF tt", ", h:mm:ss tt", ", H:mm:ss",
    ];

    /// <summary><c>Sat Nov 8 15:05:02 2014</c> has the year at its end.</summary>
    private static readonly string[] Forms = [.. DateForms.SelectMany(static date => TimeForms.Select(time => date + time)), "ddd MMM d H:mm:ss yyyy"];

    public static bool TryParse(ReadOnlySpan<char> text, out long ticks)
    {
        if (TryIso(text, out ticks))
            return true;
        if (text.EndsWith(" GMT", StringComparison.OrdinalIgnoreCase) || text.EndsWith(" UTC", StringComparison.OrdinalIgnoreCase))
            text = text[..^4].TrimEnd();
        const DateTimeStyles Style = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal | DateTimeStyles.AllowInnerWhite;
        if (!DateTime.TryParseExact(text, Forms, CultureInfo.InvariantCulture, Style, out var value)
            && !(HasFullYear(text) && text is not [_, _, _, _, '-' or '/', >= '0' and <= '9', ..] && DateTime.TryParse(text, CultureInfo.InvariantCulture, Style | DateTimeStyles.NoCurrentDateDefault, out value)))
            return false;
        ticks = value.Ticks;
        return true;
    }

    /// <summary>
    /// The documentation also uses <c>2025, 6, 14</c>, <c>2017 - 08 - 01</c> and <c>12-02-2022</c>. What .NET makes of a date without a year
    /// depends on the clock, so there must be one.
    /// </summary>
    private static bool HasFullYear(ReadOnlySpan<char> text)
    {
        var run = 0;
        foreach (var c in text)
        {
            run = char.IsAsciiDigit(c) ? run + 1 : 0;
            if (run == 4)
                return true;
        }

        return false;
    }

    /// <summary><c>yyyy[-M[-d]][T| ][H[:mm[:ss[.f...]]]][ ][Z|GMT|UTC|+hh:mm]</c>, also with slashes, and <c>yyyyMMdd</c>.</summary>
    private static bool TryIso(ReadOnlySpan<char> text, out long ticks)
    {
        ticks = 0;
        var rest = text;
        if (!TakeNumber(ref rest, 4, 4, out var year))
            return false;
        var month = 1;
        var day = 1;
        if (TakeAny(ref rest, "-/"))
        {
            if (!TakeNumber(ref rest, 1, 2, out month))
                return false;
            if (TakeAny(ref rest, "-/") && !TakeNumber(ref rest, 1, 2, out day))
                return false;
        }
        else if (rest.Length >= 4 && char.IsAsciiDigit(rest[0]) && !(TakeNumber(ref rest, 2, 2, out month) && TakeNumber(ref rest, 2, 2, out day)))
        {
            return false;
        }

        if (!TryTimeOfDay(ref rest, out var timeOfDay) || !TryZone(rest, out var offset))
            return false;
        if (year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
            return false;
        ticks = new DateTime(year, month, day, 0, 0, 0, DateTimeKind.Utc).Ticks + timeOfDay - offset;
        return ticks >= 0 && ticks <= DateTime.MaxValue.Ticks;
    }

    private static bool TryTimeOfDay(ref ReadOnlySpan<char> rest, out long ticks)
    {
        ticks = 0;
        if (rest.IsEmpty || !(rest[0] is 'T' or 't' || (rest[0] == ' ' && rest.TrimStart() is [>= '0' and <= '9', ..])))
            return true;
        rest = rest[1..].TrimStart();
        if (!TakeNumber(ref rest, 1, 2, out var hour) || hour > 23)
            return false;
        var minute = 0;
        long seconds = 0;
        if (TakeAny(ref rest, ":"))
        {
            if (!TakeNumber(ref rest, 1, 2, out minute) || minute > 59)
                return false;
            if (TakeAny(ref rest, ":"))
            {
                var length = 0;
                while (length < rest.Length && (char.IsAsciiDigit(rest[length]) || rest[length] is '.' or ','))
                    length++;
                if (!TimeSpanValue.TrySeconds(rest[..length], out seconds))
                    return false;
                rest = rest[length..];
            }
        }

        ticks = (hour * TimeSpan.TicksPerHour) + (minute * TimeSpan.TicksPerMinute) + seconds;
        return true;
    }

    private static bool TryZone(ReadOnlySpan<char> rest, out long offset)
    {
        offset = 0;
        rest = rest.Trim();
        if (rest is "" or "Z" or "z" or "GMT" or "UTC")
            return true;
        var isNegative = rest[0] == '-';
        if (!TakeAny(ref rest, "+-") || !TakeNumber(ref rest, 2, 2, out var hours))
            return false;
        _ = TakeAny(ref rest, ":");
        var minutes = 0;
        if (!rest.IsEmpty && !TakeNumber(ref rest, 2, 2, out minutes))
            return false;
        offset = (hours * TimeSpan.TicksPerHour) + (minutes * TimeSpan.TicksPerMinute);
        if (isNegative)
            offset = -offset;
        return rest.IsEmpty && hours <= 14 && minutes <= 59;
    }

    private static bool TakeAny(ref ReadOnlySpan<char> rest, string characters)
    {
        if (rest.IsEmpty || !characters.Contains(rest[0], StringComparison.Ordinal))
            return false;
        rest = rest[1..];
        return true;
    }

    private static bool TakeNumber(ref ReadOnlySpan<char> rest, int minDigits, int maxDigits, out int value)
    {
        value = 0;
        var length = 0;
        while (length < rest.Length && length < maxDigits && char.IsAsciiDigit(rest[length]))
            value = (value * 10) + (rest[length++] - '0');
        rest = rest[length..];
        return length >= minDigits;
    }
}
