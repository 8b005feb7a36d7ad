using Spectre.Console;

namespace Drever.Cli;

/// <summary>Results go to the standard output, everything said to people to the standard error.</summary>
internal sealed class Terminal(TextWriter output, TextWriter error)
{
    public TextWriter Output { get; } = output;

    /// <summary>For tables, on the standard output.</summary>
    public IAnsiConsole Tables { get; } = Wide(AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output) }));

    /// <summary>For progress and notes, on the standard error.</summary>
    public IAnsiConsole Notes { get; } = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(error) });

    public void Error(string message) => error.WriteLine($"drever: {message}");

    public void Note(string message) => error.WriteLine(message);

    /// <summary>A file or a pipe has no width to wrap at.</summary>
    private static IAnsiConsole Wide(IAnsiConsole console)
    {
        if (Console.IsOutputRedirected)
        {
            console.Profile.Width = 32_000;
            console.Profile.Capabilities.Ansi = false;
        }

        return console;
    }

    public void Line(string text) => Output.WriteLine(text);
}
