using System.CommandLine;

namespace Drever.Cli;

/// <summary>Options that several commands share, each made anew for its command.</summary>
internal static class CommonOptions
{
    public static Option<string> Data() => new("--data")
    {
        Description = "The data directory; made when it isn't there. Default: $DREVER_DATA, else drever in the user's data folder",
        HelpName = "DIR",
        DefaultValueFactory = _ => DefaultDataDirectory("drever"),
    };

    public static Option<string> Tenant() => new("--tenant")
    {
        Description = "The tenant, by name or id",
        HelpName = "T",
        DefaultValueFactory = _ => "default",
    };

    public static Option<string> Api(string description) => new Option<string>("--api")
    {
        Description = description,
        HelpName = "m365d|mde|graph",
    }.AcceptOnlyFromAmong("m365d", "mde", "graph");

    public static string DefaultDataDirectory(string name) =>
        Environment.GetEnvironmentVariable("DREVER_DATA") is { Length: > 0 } configured
            ? configured
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), name);
}
