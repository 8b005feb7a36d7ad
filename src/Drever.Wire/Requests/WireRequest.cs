namespace Drever.Wire;

/// <summary>A call's body, read.</summary>
/// <param name="Query">KQL text; never empty.</param>
/// <param name="Timespan">Graph's <c>Timespan</c> as it was sent; null when absent, null or empty.</param>
/// <param name="WorkspaceId">Graph's <c>workspaceId</c>; an unknown one is answered from the primary workspace.</param>
public sealed record WireRequest(string Query, string? Timespan, string? WorkspaceId);

/// <summary>Either a request or what is wrong with it.</summary>
public readonly struct RequestReading
{
    private RequestReading(WireRequest? request, WireFault? fault)
    {
        Request = request;
        Fault = fault;
    }

    public WireRequest? Request { get; }

    public WireFault? Fault { get; }

    internal static RequestReading Of(WireRequest request) => new(request, null);

    internal static RequestReading Bad(FaultKind kind, string message) => new(null, new WireFault(kind, message));
}

/// <summary>What a caller's body may be at most.</summary>
/// <param name="MaxBytes">Size of the body.</param>
/// <param name="MaxDepth">Nesting of objects and arrays.</param>
public readonly record struct RequestLimits(int MaxBytes, int MaxDepth)
{
    /// <summary>About 1 MB, where the public service stops, and far more nesting than any client has.</summary>
    public static RequestLimits Default { get; } = new(1024 * 1024, 32);
}
