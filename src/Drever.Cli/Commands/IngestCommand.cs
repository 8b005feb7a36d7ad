using System.CommandLine;
using Drever.Cli.Hosting;
using Drever.Cli.Output;
using Drever.Engine;
using Drever.Ingest;

namespace Drever.Cli.Commands;

/// <summary><c>drever ingest</c>: files and folders into a tenant's tables.</summary>
internal static class IngestCommand
{
    public static Command Create(Terminal terminal)
    {
        var paths = new Argument<string[]>("path") { Description = "Files, or folders that are searched at any depth", Arity = ArgumentArity.OneOrMore, HelpName = "PATH" };
        var data = CommonOptions.Data();
        var tenant = CommonOptions.Tenant();
        var format = new Option<string>("--format") { Description = "What the files hold", HelpName = "auto|defender|windows|evtx|table", DefaultValueFactory = _ => "auto" }
            .AcceptOnlyFromAmong("auto", "defender", "windows", "evtx", "table");
        var table = new Option<string?>("--table") { Description = "The table that plain rows (JSON or CSV) belong to", HelpName = "NAME" };
        var command = new Command("ingest", "Stores Defender's streaming records, or plain rows of a table; each record once") { paths, data, tenant, format, table };
        command.SetAction(async (parse, cancel) =>
        {
            await using var installation = await Installation.OpenAsync(parse.GetValue(data)!, cancel);
            var request = new IngestRequest(
                installation.Tenant(parse.GetValue(tenant)!).Database, parse.GetValue(paths)!, Enum.Parse<IngestFormat>(parse.GetValue(format)!, ignoreCase: true), parse.GetValue(table));
            return await RunAsync(terminal, installation, request, cancel);
        });
        return command;
    }

    private static async Task<int> RunAsync(Terminal terminal, Installation installation, IngestRequest request, CancellationToken cancel)
    {
        try
        {
            var ingestor = new Ingestor(installation.Engine, installation.Schema, installation.Time, IngestOptions.Default);
            var summary = await IngestProgressBar.RunAsync(terminal.Notes, progress => ingestor.IngestAsync(request, progress, cancel));
            IngestReport.Write(terminal, summary);
            return summary.Rejected == 0 && summary.Problems.Count == 0 ? ExitCode.Ok : ExitCode.Failed;
        }
        catch (IngestException mistake)
        {
            throw new UserErrorException(mistake.Message, ExitCode.Misuse);
        }
        catch (EngineException failure)
        {
            throw new UserErrorException($"The rows could not be stored: {failure.Message}. What was stored stays, and a second run adds only the rest.");
        }
    }
}
