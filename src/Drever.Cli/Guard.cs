using Drever.Hunting;

namespace Drever.Cli;

/// <summary>Turns what can go wrong around a command into one sentence and an exit code.</summary>
internal static class Guard
{
    public static async Task<int> RunAsync(Terminal terminal, Func<Task<int>> command)
    {
        try
        {
            return await command();
        }
        catch (UserErrorException e)
        {
            terminal.Error(e.Message);
            return e.ExitCode;
        }
        catch (SettingsException mistake)
        {
            terminal.Error(mistake.Message);
            return ExitCode.Failed;
        }
        catch (OperationCanceledException)
        {
            terminal.Error("Stopped.");
            return ExitCode.Failed;
        }
    }
}
