namespace Drever.Engine.Results;

/// <summary>ClickHouse counts time from 1970, .NET from 0001.</summary>
internal static class ClickHouseTime
{
    public static long TicksFromSeconds(long seconds) => DateTime.UnixEpoch.Ticks + seconds * TimeSpan.TicksPerSecond;

    public static long TicksFromDays(long days) => DateTime.UnixEpoch.Ticks + days * TimeSpan.TicksPerDay;

    /// <summary>A value of DateTime64(scale); what is finer than 100 ns is cut off.</summary>
    public static long TicksFromDateTime64(long value, int scale)
    {
        for (; scale < 7; scale++)
            value *= 10;
        for (; scale > 7; scale--)
            value = Math.DivRem(value, 10, out var rest) - (rest < 0 ? 1 : 0);
        return DateTime.UnixEpoch.Ticks + value;
    }

    /// <summary>.NET ticks as a value of DateTime64(7).</summary>
    public static long ToDateTime64(long ticks) => ticks - DateTime.UnixEpoch.Ticks;
}
