using System.CommandLine;
using Drever.Cli.Hosting;

namespace Drever.Cli.Commands;

/// <summary><c>drever token</c>: prints a bearer token, alone on the last line.</summary>
internal static class TokenCommand
{
    public static Command Create(Terminal terminal)
    {
        var data = CommonOptions.Data();
        var tenant = CommonOptions.Tenant();
        var api = CommonOptions.Api("The API that the token is for");
        api.Required = true;
        var command = new Command("token", "Prints a bearer token for one API, good for an hour; also while a server runs") { data, api, tenant };
        command.SetAction(parse =>
        {
            terminal.Line(Tokens.Issue(parse.GetValue(data)!, parse.GetValue(api)!, parse.GetValue(tenant)!));
            return ExitCode.Ok;
        });
        return command;
    }
}
