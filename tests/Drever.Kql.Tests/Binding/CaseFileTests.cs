using Drever.Kql.Diagnostics;

namespace Drever.Kql.Tests.Binding;

/// <summary>The files of <c>Cases</c>: small queries with the official language service's answer.</summary>
public sealed class CaseFileTests
{
    public static TheoryData<string> Files => [.. Directory.EnumerateFiles(Folder, "*.txt").Select(f => Path.GetFileNameWithoutExtension(f)!)];

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "Binding", "Cases");

    [Theory]
    [MemberData(nameof(Files))]
    public void Queries_bind_as_the_official_service_binds_them(string file)
    {
        var differences = new List<string>();
        string? query = null;
        foreach (var line in File.ReadLines(Path.Combine(Folder, file + ".txt")).Where(l => l.Length > 0 && l[0] != '#'))
        {
            if (query is null)
            {
                query = line;
                continue;
            }

            var actual = Answer(query.Replace("\\n", "\n", StringComparison.Ordinal));
            if (actual != line)
                differences.Add($"{query}\n  expected {line}\n  actual   {actual}");
            query = null;
        }

        Assert.True(differences.Count == 0, string.Join('\n', differences));
    }

    private static string Answer(string query)
    {
        var bound = HuntingBinder.Bind(query);
        if (!bound.HasErrors)
            return "= " + string.Join(", ", bound.Columns);
        var errors = bound.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error)
            .OrderBy(d => d.Span.Start).ThenBy(d => d.Span.Length).ThenBy(d => d.Code, StringComparer.Ordinal)
            .Select(d => FormattableString.Invariant($"{d.Code} {d.Span.Start}+{d.Span.Length}"));
        return "! " + string.Join(", ", errors);
    }
}
