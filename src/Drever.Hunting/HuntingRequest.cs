namespace Drever.Hunting;

/// <summary>One hunt as it was asked.</summary>
/// <param name="Query">KQL text, as the caller sent it.</param>
/// <param name="Window">The window the caller asked for; null when none was given, which then means the default.</param>
/// <param name="Caller">Who asks.</param>
/// <param name="Family">The API it came in by.</param>
public sealed record HuntingRequest(string Query, TimeWindow? Window, Caller Caller, HuntingFamily Family)
{
    /// <summary>Ties log lines, the engine's query and the answer's error together.</summary>
    public Guid CorrelationId { get; init; } = Guid.NewGuid();
}
