using System.CommandLine;
using Drever.Cli.Hosting;

namespace Drever.Cli.Commands;

/// <summary><c>drever serve</c>: the three APIs on a data directory.</summary>
internal static class ServeCommand
{
    public const string DefaultUrl = "http://127.0.0.1:5080";

    public static Command Create(Terminal terminal)
    {
        var data = CommonOptions.Data();
        var urls = new Option<string[]>("--urls") { Description = $"Addresses to listen on (default {DefaultUrl})", HelpName = "URL", AllowMultipleArgumentsPerToken = true };
        var config = new Option<string?>("--config") { Description = "A JSON file with settings (docs/operations.md)", HelpName = "FILE" };
        var command = new Command("serve", "Serves the three hunting APIs until it is stopped") { data, urls, config };
        command.SetAction(async (parse, cancel) =>
        {
            var options = ServerSettings.Read(parse.GetValue(data)!, parse.GetValue(urls) ?? [], parse.GetValue(config));
            await using var installation = await Installation.OpenAsync(options.DataDirectory, cancel);
            return await ServerRun.RunAsync(installation, options, () => terminal.Note($"Drever answers at {string.Join(", ", options.Urls)}"), cancel);
        });
        return command;
    }
}
