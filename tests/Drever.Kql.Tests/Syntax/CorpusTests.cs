using System.Text.Json;
using Drever.Kql.Syntax;
using Drever.Kql.Text;
using Drever.Testing;

namespace Drever.Kql.Tests.Syntax;

/// <summary>Real queries, and the documentation's, parse without a finding.</summary>
public class CorpusTests
{
    [SharedTheory("corpus/hunting-queries.jsonl")]
    [InlineData("corpus/hunting-queries.jsonl", 1000)]
    [InlineData("corpus/hunting-queries-extended.jsonl", 25)]
    [InlineData("conformance/cases.jsonl", 400)]
    [InlineData("conformance/queries.jsonl", 350)]
    public void Queries_that_are_right_parse(string file, int atLeast)
    {
        var count = 0;
        foreach (var line in File.ReadLines(SharedFiles.PathOf(file)).Where(static l => l.Length > 0))
        {
            using var json = JsonDocument.Parse(line);
            if (json.RootElement.TryGetProperty("expects_error", out var expected) && expected.ValueKind == JsonValueKind.True)
                continue;
            var id = json.RootElement.GetProperty("id").ToString();
            if (NotQueries.Contains(id, StringComparer.Ordinal))
                continue;
            var query = json.RootElement.GetProperty("query").GetString()!;
            var result = KqlParser.Parse(new SourceText(query), ParseLimits.Default);
            Assert.True(result.Diagnostics.Count == 0, $"{id}: {string.Join('\n', result.Diagnostics)}");
            count++;
        }

        Assert.InRange(count, atLeast, int.MaxValue);
    }

    /// <summary>Pages that show a grammar, or several queries in one block: Microsoft's parser refuses them, too.</summary>
    private static readonly string[] NotQueries =
    [
        "cluster-function#2", "datatypes-string-operators#1", "find-operator#1", "find-operator#7", "find-operator#9", "find-operator#12",
        "functions/user-defined-functions#1", "syntax-conventions#4", "tutorials/common-tasks-microsoft-sentinel#20",
    ];
}
