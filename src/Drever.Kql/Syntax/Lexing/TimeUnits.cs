namespace Drever.Kql.Syntax.Lexing;

/// <summary>The suffixes of timespan literals. Kusto reference, "The timespan data type".</summary>
internal static class TimeUnits
{
    /// <summary>Ticks (100 ns) of one unit; 0 when the text is no unit. A nanosecond is a fraction of a tick: see <see cref="IsNanosecond"/>.</summary>
    public static long TicksOf(ReadOnlySpan<char> unit) => unit switch
    {
        "d" or "day" or "days" => TimeSpan.TicksPerDay,
        "h" or "hr" or "hrs" or "hour" or "hours" => TimeSpan.TicksPerHour,
        "m" or "min" or "minute" or "minutes" => TimeSpan.TicksPerMinute,
        "s" or "sec" or "second" or "seconds" => TimeSpan.TicksPerSecond,
        "ms" or "milli" or "millis" or "millisec" or "millisecond" or "milliseconds" => TimeSpan.TicksPerMillisecond,
        "micro" or "micros" or "microsec" or "microsecond" or "microseconds" => TimeSpan.TicksPerMicrosecond,
        "tick" or "ticks" => 1,
        _ => IsNanosecond(unit) ? 1 : 0,
    };

    public static bool IsNanosecond(ReadOnlySpan<char> unit) => unit is "nano" or "nanos" or "nanosec" or "nanosecond" or "nanoseconds";
}
