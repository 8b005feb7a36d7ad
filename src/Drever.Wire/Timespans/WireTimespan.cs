namespace Drever.Wire;

/// <summary>The interval a <c>Timespan</c> stands for, UTC, both ends included.</summary>
public readonly record struct WireWindow(DateTime StartUtc, DateTime EndUtc);

/// <summary>Either a window or what is wrong with the text.</summary>
public readonly record struct TimespanReading(WireWindow? Window, WireFault? Fault);

/// <summary>
/// Graph's <c>Timespan</c> ("security: runHuntingQuery"): start/end, duration/end, start/duration, a duration back from
/// now, a start up to now.
/// </summary>
public static class WireTimespan
{
    private const int LongestText = 100;

    public static TimespanReading Parse(string text, DateTimeOffset now)
    {
        var trimmed = text.AsSpan().Trim();
        if (trimmed.Length > LongestText)
            return Bad("it is too long");
        var slash = trimmed.IndexOf('/');
        var nowUtc = now.UtcDateTime;
        return slash < 0
            ? Single(trimmed, nowUtc)
            : Pair(trimmed[..slash].Trim(), trimmed[(slash + 1)..].Trim());
    }

    private static TimespanReading Single(ReadOnlySpan<char> text, DateTime nowUtc)
    {
        if (IsoDuration.Parse(text) is { } duration)
            return Window(Back(nowUtc, duration), nowUtc);
        return IsoInstant.Parse(text) is { } start ? Window(start, nowUtc) : Bad("it is neither a duration nor a date");
    }

    private static TimespanReading Pair(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        if (IsoDuration.Parse(left) is { } before)
            return IsoInstant.Parse(right) is { } end ? Window(Back(end, before), end) : Bad("a date must follow the duration");
        if (IsoInstant.Parse(left) is not { } start)
            return Bad("the part before '/' is neither a duration nor a date");
        if (IsoDuration.Parse(right) is { } after)
            return Window(start, Forward(start, after));
        return IsoInstant.Parse(right) is { } last ? Window(start, last) : Bad("the part after '/' is neither a duration nor a date");
    }

    private static TimespanReading Window(DateTime start, DateTime end) =>
        end < start ? Bad("its end is before its start") : new(new WireWindow(start, end), null);

    // the calendar ends at the years 1 and 9999
    private static DateTime Back(DateTime from, TimeSpan duration) =>
        duration.Ticks > from.Ticks ? new DateTime(0, DateTimeKind.Utc) : from - duration;

    private static DateTime Forward(DateTime from, TimeSpan duration) =>
        duration.Ticks > DateTime.MaxValue.Ticks - from.Ticks ? new DateTime(DateTime.MaxValue.Ticks, DateTimeKind.Utc) : from + duration;

    private static TimespanReading Bad(string why) => new(null, new WireFault(
        FaultKind.BadTimespan,
        $"The timespan can't be read: {why}. Use ISO 8601: a duration such as P30D, a start date, start/end, start/duration or duration/end."));
}
