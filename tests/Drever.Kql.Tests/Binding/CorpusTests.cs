using System.Text.Json;
using Drever.Testing;

namespace Drever.Kql.Tests.Binding;

/// <summary>
/// Real hunting queries against what the official language service says of them. <c>DREVER_LIST_FAILURES=file</c> writes those that differ.
/// </summary>
public sealed class CorpusTests
{
    private const string Accepted = "corpus/hunting-queries.jsonl";
    private const string Extended = "corpus/hunting-queries-extended.jsonl";
    private const string Rejected = "corpus/hunting-queries-rejected.jsonl";

    [SharedFact(Accepted)]
    public void Hunting_queries_have_the_official_result_columns() => AtLeast(0.995, Accepted, Difference);

    [SharedFact(Extended)]
    public void Queries_on_former_and_observed_columns_are_accepted() => AtLeast(0.97, Extended, q => HuntingBinder.Hunt(Text(q)) is { HasErrors: true } bound ? HuntingBinder.Columns(bound) : null);

    [SharedFact(Rejected)]
    public void Queries_that_the_official_service_refuses_are_refused() =>
        AtLeast(0.90, Rejected, q => HuntingBinder.Hunt(Text(q)).HasErrors ? null : $"accepted, but: {q.GetProperty("error").GetProperty("message")}");

    [SharedFact("conformance/queries.jsonl")]
    public void Documentation_queries_without_a_foreign_table_bind() =>
        AtLeast(0.90, "conformance/queries.jsonl", q => NeedsMore(q) || !HuntingBinder.Bind(Text(q), Documentation.Context).HasErrors ? null : "refused");

    [SharedFact("conformance/cases.jsonl")]
    public void Documentation_examples_bind() =>
        AtLeast(0.97, "conformance/cases.jsonl", q => HuntingBinder.Bind(Text(q), Documentation.Context) is { HasErrors: true } bound ? HuntingBinder.Columns(bound) : null);

    /// <summary>The page says that it fails, or it reads tables whose columns no file gives.</summary>
    private static bool NeedsMore(JsonElement query) =>
        query.TryGetProperty("expects_error", out _)
        || (query.TryGetProperty("tables", out var tables) && tables.EnumerateArray().Any(t => Documentation.Context.Tables.FindTable(t.GetString()!) is null));

    private static string? Difference(JsonElement query)
    {
        var bound = HuntingBinder.Hunt(Text(query));
        if (bound.HasErrors)
            return $"refused: {HuntingBinder.Columns(bound)}";
        var expected = query.GetProperty("resultColumns").EnumerateArray().Select(c => $"{c.GetProperty("name").GetString()}:{c.GetProperty("type").GetString()}").ToList();
        var actual = bound.Columns.Select(c => c.ToString()).ToList();
        if (expected.SequenceEqual(actual, StringComparer.Ordinal))
            return null;
        var missing = string.Join(", ", expected.Except(actual));
        var extra = string.Join(", ", actual.Except(expected));
        return $"columns: missing [{missing}], extra [{extra}]{(missing.Length + extra.Length == 0 ? ", in another order" : "")}";
    }

    private static void AtLeast(double share, string file, Func<JsonElement, string?> difference)
    {
        var failures = new List<string>();
        var count = 0;
        foreach (var line in File.ReadLines(SharedFiles.PathOf(file)))
        {
            using var query = JsonDocument.Parse(line);
            count++;
            if (difference(query.RootElement) is { } failure)
                failures.Add($"{query.RootElement.GetProperty("id").GetString()}\t{failure}");
        }

        if (Environment.GetEnvironmentVariable("DREVER_LIST_FAILURES") is { Length: > 0 } list)
            File.AppendAllLines(list, failures.Prepend($"# {file}: {count - failures.Count} of {count}"));
        Assert.True(count - failures.Count >= share * count, $"{count - failures.Count} of {count}; the first that differ:\n{string.Join('\n', failures.Take(10))}");
    }

    private static string Text(JsonElement query) => query.GetProperty("query").GetString()!;
}
