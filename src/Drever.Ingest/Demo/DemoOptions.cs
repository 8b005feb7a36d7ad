namespace Drever.Ingest.Demo;

/// <summary>What the demo data is made from: the same options give the same records.</summary>
/// <param name="Now">The moment after the last event, UTC.</param>
public sealed record DemoOptions(DateTime Now)
{
    public ulong Seed { get; init; } = 20_26;

    public int Days { get; init; } = 30;

    public int Workstations { get; init; } = 40;

    internal DateTime Start => Now.AddDays(-Days);
}
