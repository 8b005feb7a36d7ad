namespace Drever.Hunting;

/// <summary>
/// The limits one family of calls has. Public profiles are in <see cref="LimitProfiles"/>; null means not limited.
/// </summary>
/// <param name="Name">How configuration names it.</param>
/// <param name="CallsPerMinute">Calls in any minute.</param>
/// <param name="CallsPerHour">Calls in any hour.</param>
/// <param name="RunningTimePerHour">Summed running time in any hour.</param>
/// <param name="RunningTimePerDay">Summed running time in any day.</param>
/// <param name="CpuPerCycle">CPU in each <see cref="CpuCycle"/>; the public figure is "a share", the tenant's setting says how much.</param>
/// <param name="RequestTimeout">After this a query is stopped.</param>
/// <param name="MaxRows">Rows beyond this are cut.</param>
/// <param name="MaxResultBytes">Bytes of the answer beyond which the call fails.</param>
public sealed record LimitProfile(
    string Name,
    int? CallsPerMinute,
    int? CallsPerHour,
    TimeSpan? RunningTimePerHour,
    TimeSpan? RunningTimePerDay,
    TimeSpan? CpuPerCycle,
    TimeSpan RequestTimeout,
    long MaxRows,
    long MaxResultBytes)
{
    /// <summary>The cycle of the CPU limit: "Advanced hunting limits and quotas", 15 minutes.</summary>
    public static TimeSpan CpuCycle => TimeSpan.FromMinutes(15);
}
