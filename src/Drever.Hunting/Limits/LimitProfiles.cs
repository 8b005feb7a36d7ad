using System.Collections.Immutable;

namespace Drever.Hunting;

/// <summary>
/// The published limits by year and API. Where a page gives no byte limit the largest one ever published (about 130
/// million bytes) bounds what the server will hold.
/// </summary>
public static class LimitProfiles
{
    private const long MegaByte = 1024 * 1024;
    private const long LargestPublished = 130_000_000;

    public static LimitProfile Legacy2018 { get; } = new(
        "legacy2018", 15, null, TimeSpan.FromMinutes(15), TimeSpan.FromHours(4), null, TimeSpan.FromMinutes(10), 10_000, LargestPublished);

    public static LimitProfile Xdr2020 { get; } = new(
        "xdr2020", 15, null, TimeSpan.FromMinutes(10), TimeSpan.FromHours(4), null, TimeSpan.FromMinutes(10), 100_000, LargestPublished);

    public static LimitProfile Xdr2021 { get; } = new(
        "xdr2021", 45, null, null, null, null, TimeSpan.FromMinutes(10), 100_000, LargestPublished);

    public static LimitProfile Mde2021 { get; } = new(
        "mde2021", 45, 1_500, TimeSpan.FromMinutes(10), TimeSpan.FromHours(3), null, TimeSpan.FromSeconds(200), 100_000, 124 * MegaByte);

    public static LimitProfile Current { get; } = new(
        "current", 45, null, null, null, null, TimeSpan.FromMinutes(3), 100_000, 50 * MegaByte);

    public static LimitProfile Portal { get; } = new(
        "portal", null, null, null, null, null, TimeSpan.FromMinutes(10), 100_000, 64 * MegaByte);

    /// <summary>The owner's own command line: bounded only by the machine.</summary>
    public static LimitProfile Local { get; } = new(
        "local", null, null, null, null, null, TimeSpan.FromHours(24), long.MaxValue, long.MaxValue);

    public static ImmutableArray<LimitProfile> All { get; } =
        [Legacy2018, Xdr2020, Xdr2021, Mde2021, Current, Portal, Local];

    /// <summary>What a tenant has when its settings name nothing else.</summary>
    public static LimitProfile DefaultFor(HuntingFamily family) => family switch
    {
        HuntingFamily.Mde => Legacy2018,
        HuntingFamily.M365d => Xdr2021,
        HuntingFamily.Graph => Current,
        _ => Local,
    };

    /// <summary>A profile by its name in configuration; null when there is none of that name.</summary>
    public static LimitProfile? Find(string name) =>
        All.FirstOrDefault(p => string.Equals(p.Name, name, StringComparison.OrdinalIgnoreCase));
}
