namespace Drever.Functions.Values;

/// <summary>Lengths of time in KQL's unit, 100 ns.</summary>
public static class Ticks
{
    public const long PerMicrosecond = TimeSpan.TicksPerMicrosecond;

    public const long PerMillisecond = TimeSpan.TicksPerMillisecond;

    public const long PerSecond = TimeSpan.TicksPerSecond;

    public const long PerMinute = TimeSpan.TicksPerMinute;

    public const long PerHour = TimeSpan.TicksPerHour;

    public const long PerDay = TimeSpan.TicksPerDay;
}
