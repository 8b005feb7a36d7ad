namespace Drever.Hunting;

/// <summary>
/// The rows a hunt may see, by the table's time column; both ends are included, null is open. A window whose start
/// lies after its end is legal and sees nothing.
/// </summary>
/// <param name="FromUtc">First instant, UTC; null means since ever.</param>
/// <param name="ToUtc">Last instant, UTC; null means for ever.</param>
public readonly record struct TimeWindow(DateTime? FromUtc, DateTime? ToUtc)
{
    /// <summary>No predicate at all.</summary>
    public static TimeWindow Everything => default;

    public bool IsEverything => FromUtc is null && ToUtc is null;

    /// <summary>The same window, reaching back no further than <paramref name="earliestUtc"/>.</summary>
    public TimeWindow NoEarlierThan(DateTime earliestUtc) =>
        FromUtc is { } from && from >= earliestUtc ? this : this with { FromUtc = earliestUtc };
}
