using System.Globalization;
using System.Text;
using Drever.Kql.Syntax;
using Drever.Kql.Text;

namespace Drever.Kql.Tests.Syntax;

/// <summary>
/// A file of queries, each with what the parser makes of it. A query's lines begin with <c>&gt; </c>; below stand the diagnostics
/// (<c>! code severity start length text</c>) and, unless one is an error, the printed tree (<c>= </c>).
/// <c>UPDATE_BASELINES=1</c> writes what the parser says now: read the difference before it is committed.
/// </summary>
internal static class Baseline
{
    public static string Folder { get; } = Path.Combine(Root(), "tests", "Drever.Kql.Tests", "Syntax", "Baselines");

    public static void Check(string file)
    {
        var path = Path.Combine(Folder, file);
        var expected = File.ReadAllText(path).ReplaceLineEndings("\n");
        var actual = new StringBuilder();
        foreach (var query in Queries(expected))
            Append(actual, query);
        if (Environment.GetEnvironmentVariable("UPDATE_BASELINES") == "1")
            File.WriteAllText(path, actual.ToString());
        else
            Assert.Equal(expected.Split('\n'), actual.ToString().Split('\n'));
    }

    public static IEnumerable<string> Queries(string text) =>
        text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries)
            .Select(static block => string.Join('\n', block.Split('\n').Where(static l => l.StartsWith('>')).Select(static l => l.Length > 2 ? l[2..] : "")));

    private static void Append(StringBuilder text, string query)
    {
        foreach (var line in query.Split('\n'))
            text.Append('>').Append(line.Length > 0 ? " " : "").Append(line).Append('\n');
        var result = KqlParser.Parse(new SourceText(query), ParseLimits.Default);
        foreach (var d in result.Diagnostics)
            text.Append(CultureInfo.InvariantCulture, $"! {d.Code} {d.Severity} {d.Span.Start} {d.Span.Length} {d.Message}\n");
        if (!result.HasErrors)
        {
            foreach (var statement in result.Root.Statements)
                text.Append("= ").Append(SyntaxPrinter.Print(statement)).Append('\n');
        }

        text.Append('\n');
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Drever.slnx")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The tests run inside the repository.");
    }
}
