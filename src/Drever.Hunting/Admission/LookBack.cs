namespace Drever.Hunting;

/// <summary>How far back hunts look ("the query looks back 30 days", runHuntingQuery).</summary>
/// <param name="Default">Without a window.</param>
/// <param name="Maximum">At most, whatever window is asked; null when the tenant lets hunts see all it keeps.</param>
public sealed record LookBack(TimeSpan Default, TimeSpan? Maximum)
{
    public static LookBack ThirtyDays { get; } = new(TimeSpan.FromDays(30), TimeSpan.FromDays(30));

    /// <summary>The window a request really gets at <paramref name="nowUtc"/>.</summary>
    public TimeWindow Effective(HuntingRequest request, DateTime nowUtc)
    {
        if (request.Family == HuntingFamily.Local)
            return request.Window ?? TimeWindow.Everything;
        var window = request.Window ?? new TimeWindow(Before(nowUtc, Default), null);
        return Maximum is { } maximum ? window.NoEarlierThan(Before(nowUtc, maximum)) : window;
    }

    private static DateTime Before(DateTime now, TimeSpan span) =>
        span.Ticks >= now.Ticks ? DateTime.MinValue : now - span;
}
