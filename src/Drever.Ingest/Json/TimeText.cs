using System.Globalization;
using System.Text;

namespace Drever.Ingest.Json;

/// <summary>Points in time as text, to 100 ns; without a zone they are UTC.</summary>
internal static class TimeText
{
    /// <param name="ticks">100 ns since 0001-01-01, UTC.</param>
    public static bool TryParse(ReadOnlySpan<byte> text, out long ticks)
    {
        if (IsIso(text))
            return TryParseIso(text, out ticks);
        ticks = 0;
        if (text.Length is < 8 or > 64 || !Ascii.IsValid(text))
            return false;
        if (!DateTime.TryParse(Encoding.ASCII.GetString(text), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time))
            return false;
        ticks = time.Ticks;
        return true;
    }

    private static bool IsIso(ReadOnlySpan<byte> text) =>
        text.Length >= 19 && text[4] == '-' && text[7] == '-' && text[10] is (byte)'T' or (byte)' ' && text[13] == ':' && text[16] == ':';

    /// <summary><c>2026-01-31T10:20:30[.f…][Z|±hh:mm]</c>; digits of a fraction beyond the seventh are cut.</summary>
    private static bool TryParseIso(ReadOnlySpan<byte> text, out long ticks)
    {
        ticks = 0;
        if (!Digits(text[..4], out var year) || !Digits(text[5..7], out var month) || !Digits(text[8..10], out var day)
            || !Digits(text[11..13], out var hour) || !Digits(text[14..16], out var minute) || !Digits(text[17..19], out var second))
            return false;
        if (year == 0 || month is 0 or > 12 || day == 0 || day > DateTime.DaysInMonth(year, month) || hour > 23 || minute > 59 || second > 59)
            return false;

        ticks = new DateTime(year, month, day, hour, minute, second, DateTimeKind.Utc).Ticks;
        text = text[19..];
        if (text is [(byte)'.', ..])
        {
            var unit = TimeSpan.TicksPerSecond;
            for (text = text[1..]; !text.IsEmpty && text[0] is >= (byte)'0' and <= (byte)'9'; text = text[1..])
            {
                unit /= 10;
                ticks += (text[0] - '0') * unit;
            }
        }

        return text is [] or [(byte)'Z' or (byte)'z'] || TryOffset(text, ref ticks);
    }

    private static bool TryOffset(ReadOnlySpan<byte> text, ref long ticks)
    {
        if (text.Length != 6 || text[0] is not ((byte)'+' or (byte)'-') || text[3] != ':' || !Digits(text[1..3], out var hours) || !Digits(text[4..], out var minutes) || minutes > 59 || hours > 14)
            return false;
        var offset = (hours * TimeSpan.TicksPerHour) + (minutes * TimeSpan.TicksPerMinute);
        ticks += text[0] == '-' ? offset : -offset;
        return ticks >= 0 && ticks <= DateTime.MaxValue.Ticks;
    }

    private static bool Digits(ReadOnlySpan<byte> text, out int value)
    {
        value = 0;
        foreach (var b in text)
        {
            if (b is < (byte)'0' or > (byte)'9')
                return false;
            value = (value * 10) + b - '0';
        }

        return true;
    }
}
