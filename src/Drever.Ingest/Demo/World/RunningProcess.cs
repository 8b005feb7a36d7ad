namespace Drever.Ingest.Demo.World;

/// <summary>A process on a machine, with what the sensor tells of it in every event that it causes.</summary>
internal sealed record RunningProcess(DemoProgram Program, long Id, string CommandLine, DateTime Started, Account Account, RunningProcess? Parent)
{
    public string Integrity { get; init; } = "Medium";

    public string Elevation { get; init; } = "TokenElevationTypeLimited";

    public long LogonId { get; init; } = 999;

    public string UniqueId => FormattableString.Invariant($"{(Started.Ticks / 10_000_000 % 100_000_000) * 1000 + Id}");

    /// <summary>A process that runs since the machine started.</summary>
    public static RunningProcess Service(DemoProgram program, long id, string commandLine, DateTime started, Account account, RunningProcess? parent = null) =>
        new(program, id, commandLine, started, account, parent) { Integrity = "System", Elevation = "TokenElevationTypeDefault" };
}
