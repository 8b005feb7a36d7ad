using System.CommandLine;
using System.Globalization;
using Drever.Cli.Hosting;
using Drever.Cli.Output;
using Drever.Ingest;
using Drever.Ingest.Demo;

namespace Drever.Cli.Commands;

/// <summary><c>drever demo</c>: a sample tenant with 30 days of invented events ending now, then the server.</summary>
internal static class DemoCommand
{
    public static Command Create(Terminal terminal)
    {
        var data = new Option<string>("--data")
        {
            Description = "Where the sample tenant is kept. Default: drever-demo in the user's data folder",
            HelpName = "DIR",
            DefaultValueFactory = _ => CommonOptions.DefaultDataDirectory("drever-demo"),
        };
        var urls = new Option<string[]>("--urls") { Description = $"Addresses to listen on (default {ServeCommand.DefaultUrl})", HelpName = "URL", AllowMultipleArgumentsPerToken = true };
        var fillOnly = new Option<bool>("--no-serve") { Description = "Make the sample tenant and stop" };
        var command = new Command("demo", "Makes a sample tenant with an intrusion to hunt for, and serves it") { data, urls, fillOnly };
        command.SetAction(async (parse, cancel) =>
        {
            var options = ServerSettings.Read(parse.GetValue(data)!, parse.GetValue(urls) ?? [], configFile: null);
            var marker = DemoMarker.Of(options.DataDirectory);
            await using var installation = await Installation.OpenAsync(options.DataDirectory, cancel);
            await FillAsync(terminal, installation, marker, cancel);
            return parse.GetValue(fillOnly)
                ? ExitCode.Ok
                : await ServerRun.RunAsync(installation, options, () => Greeting.Write(terminal, options.Urls[0], options.DataDirectory), cancel);
        });
        return command;
    }

    /// <summary>Fills a tenant that has no demo events of today; yesterday's would slide out of the 30 days.</summary>
    private static async Task FillAsync(Terminal terminal, Installation installation, DemoMarker marker, CancellationToken cancel)
    {
        var now = installation.Time.GetUtcNow().UtcDateTime;
        if (marker.Day == now.Date)
        {
            terminal.Note("The sample tenant of today is there already.");
            return;
        }

        var database = installation.Tenant("default").Database;
        marker.Begin();
        await DemoTenant.ClearAsync(installation, database, cancel);
        var ingestor = new Ingestor(installation.Engine, installation.Schema, installation.Time, IngestOptions.Default);
        var summary = await IngestProgressBar.RunAsync(terminal.Notes, progress => ingestor.IngestAsync(database, new DemoReader(new DemoOptions(now)), "demo", progress, cancel));
        marker.End(now);
        terminal.Note(string.Create(CultureInfo.InvariantCulture,
            $"{summary.Stored:N0} invented events of 30 days in {summary.Tables.Count} tables, in {summary.Elapsed.TotalSeconds:N1} s."));
    }
}
