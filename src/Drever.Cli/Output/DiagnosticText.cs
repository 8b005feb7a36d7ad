using Drever.Kql.Diagnostics;
using Drever.Kql.Text;

namespace Drever.Cli.Output;

/// <summary>Diagnostics for people: message, the line of the query it is about, and a mark below the place.</summary>
internal static class DiagnosticText
{
    private const int LongestLine = 160;

    public static void Write(Terminal terminal, string query, IEnumerable<Diagnostic> diagnostics)
    {
        var source = new SourceText(query);
        foreach (var diagnostic in diagnostics)
        {
            var (line, column) = source.LineAndColumn(diagnostic.Span.Start);
            terminal.Note($"{Word(diagnostic.Severity)} {diagnostic.Code} at line {line}, column {column}: {diagnostic.Message}");
            var text = Line(query, line);
            if (text.Length is 0 or > LongestLine)
                continue;
            terminal.Note($"    {text.Replace('\t', ' ')}");
            var length = Math.Clamp(diagnostic.Span.Length, 1, Math.Max(1, text.Length - (column - 1)));
            terminal.Note($"    {new string(' ', Math.Min(column - 1, text.Length))}{new string('^', length)}");
        }
    }

    private static string Word(DiagnosticSeverity severity) => severity switch
    {
        DiagnosticSeverity.Error => "Error",
        DiagnosticSeverity.Warning => "Warning",
        _ => "Note",
    };

    private static string Line(string query, int number) =>
        query.Split('\n').ElementAtOrDefault(number - 1)?.TrimEnd('\r') ?? "";
}
