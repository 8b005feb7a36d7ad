using System.Globalization;

namespace Drever.Wire;

/// <summary>How the values that JSON has no type for are spelled.</summary>
internal static class CellText
{
    private const long LastTick = 3_155_378_975_999_999_999;

    /// <summary>A date the year 1 to 9999 can hold; anything else goes out as null.</summary>
    public static bool IsDate(long ticks) => ticks is >= 0 and <= LastTick;

    /// <summary><c>"2020-08-30T06:38:35.7664356Z"</c>: trailing zeros of the fraction, and an empty one, are left out.</summary>
    public static void Date(ref JsonOut output, long ticks, bool withZ)
    {
        var text = output.Room(32);
        text[0] = (byte)'"';
        new DateTime(ticks, DateTimeKind.Unspecified)
            .TryFormat(text[1..], out var length, "yyyy-MM-ddTHH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture);
        length++;
        if (withZ)
            text[length++] = (byte)'Z';
        text[length++] = (byte)'"';
        output.Filled(length);
    }

    /// <summary>.NET's constant form, <c>"-1.02:03:04.5000000"</c>.</summary>
    public static void TimeSpanConstant(ref JsonOut output, long ticks)
    {
        output.Raw((byte)'"');
        output.Format(new TimeSpan(ticks), "c");
        output.Raw((byte)'"');
    }

    /// <summary>ISO 8601 as XML Schema writes it, <c>"-P1DT2H3M4.5S"</c>; zero is <c>PT0S</c>.</summary>
    public static void TimeSpanIso(ref JsonOut output, long ticks)
    {
        output.Raw((byte)'"');
        if (ticks < 0)
            output.Raw((byte)'-');
        // the magnitude of the smallest long does not fit a long
        var rest = ticks < 0 ? (ulong)-(ticks + 1) + 1 : (ulong)ticks;
        output.Raw((byte)'P');
        var days = rest / TimeSpan.TicksPerDay;
        if (days > 0)
            Part(ref output, days, (byte)'D');
        rest %= TimeSpan.TicksPerDay;
        if (rest > 0 || days == 0)
            IsoTime(ref output, rest);
        output.Raw((byte)'"');
    }

    private static void IsoTime(ref JsonOut output, ulong rest)
    {
        output.Raw((byte)'T');
        var (hours, minutes) = (rest / TimeSpan.TicksPerHour, rest / TimeSpan.TicksPerMinute % 60);
        if (hours > 0)
            Part(ref output, hours, (byte)'H');
        if (minutes > 0)
            Part(ref output, minutes, (byte)'M');
        var seconds = rest % TimeSpan.TicksPerMinute;
        if (seconds == 0 && (hours | minutes) != 0)
            return;
        output.Format(seconds / (decimal)TimeSpan.TicksPerSecond, "0.#######");
        output.Raw((byte)'S');
    }

    private static void Part(ref JsonOut output, ulong number, byte unit)
    {
        output.Format(number);
        output.Raw(unit);
    }

    /// <summary>Whether a decimal's text can stand as a JSON number.</summary>
    public static bool IsJsonNumber(ReadOnlySpan<byte> text)
    {
        if (text.StartsWith("-"u8))
            text = text[1..];
        var digits = text.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        var whole = digits < 0 ? text.Length : digits;
        if (whole == 0 || (whole > 1 && text[0] == (byte)'0'))
            return false;
        if (digits < 0)
            return true;
        return text[digits] == (byte)'.' && text.Length > digits + 1 &&
            text[(digits + 1)..].IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0;
    }
}
