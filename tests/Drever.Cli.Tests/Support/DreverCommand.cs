using System.Diagnostics;

namespace Drever.Cli.Tests;

/// <summary>What a run of the command line printed and ended with.</summary>
internal sealed record CommandResult(int ExitCode, string Output, string Error);

/// <summary>Runs the built command line in a process of its own, as a user does.</summary>
internal static class DreverCommand
{
    private static readonly string Assembly = Path.Combine(AppContext.BaseDirectory, "drever.dll");

    public static async Task<CommandResult> RunAsync(params string[] arguments)
    {
        using var process = Start(arguments);
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new CommandResult(process.ExitCode, await output, await error);
    }

    public static Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        start.ArgumentList.Add("exec");
        start.ArgumentList.Add(Assembly);
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        return Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start");
    }
}
