using System.CommandLine;
using Drever.Cli;
using Drever.Cli.Commands;

var console = new Terminal(Console.Out, Console.Error);
var root = new RootCommand("Drever: advanced hunting on your own machine. KQL over security events, with the three hunting APIs.")
{
    ServeCommand.Create(console),
    IngestCommand.Create(console),
    QueryCommand.Create(console),
    CheckCommand.Create(console),
    ExplainCommand.Create(console),
    TokenCommand.Create(console),
    SchemaCommand.Create(console),
    DemoCommand.Create(console),
};

var parsed = root.Parse(args);
if (parsed.Errors.Count > 0)
{
    foreach (var error in parsed.Errors)
        console.Error(error.Message);
    console.Error($"Call 'drever {string.Join(' ', parsed.CommandResult.Command == root ? [] : new[] { parsed.CommandResult.Command.Name })} --help' for what can be said.");
    return ExitCode.Misuse;
}

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, e) =>
{
    e.Cancel = true;
    stop.Cancel();
};
return await Guard.RunAsync(console, () => parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false }, stop.Token));
