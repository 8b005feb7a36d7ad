using Drever.Hunting;
using Drever.Server;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Drever.Cli.Hosting;

/// <summary>Runs the server over an opened data directory until it is told to stop.</summary>
internal static class ServerRun
{
    public static async Task<int> RunAsync(Installation installation, HuntingServerOptions options, Action started, CancellationToken cancel)
    {
        try
        {
            await using var server = HuntingServer.Build(options, builder =>
            {
                builder.Services.AddSingleton(installation.Time);
                builder.Services.AddHunting(installation.Engine, new HuntingServiceOptions());
            });
            await server.StartAsync(cancel);
            started();
            await server.WaitForShutdownAsync(cancel);
            return Drever.Cli.ExitCode.Ok;
        }
        catch (SettingsException mistake)
        {
            throw new UserErrorException(mistake.Message);
        }
        catch (IOException e)
        {
            throw new UserErrorException($"The server can't listen at {string.Join(", ", options.Urls)}: {e.Message}");
        }
    }
}
