namespace Drever.Engine.Embedded;

/// <summary>How much runs at once in the embedded engine.</summary>
public sealed record EmbeddedEngineOptions
{
    /// <summary>Hunts beyond this number wait for their turn.</summary>
    public int MaxConcurrentQueries { get; init; } = 16;

    /// <summary>Inserts and own statements beyond this number wait for their turn.</summary>
    public int MaxConcurrentWrites { get; init; } = 4;
}
