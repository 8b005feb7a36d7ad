using Drever.Kql.Binding;
using Drever.Testing;

namespace Drever.Functions.Tests.Examples;

/// <summary>Every example of every function, compiled and run.</summary>
[Collection(EngineCollection.Name)]
public class ExampleTests(EngineFixture fixture)
{
    /// <summary>Examples whose answer depends on a constant that the language only recommends: paths in keys, numbers of groups, time zones.</summary>
    private static readonly HashSet<string> ConstantsOnly = new(StringComparer.Ordinal)
    {
        "BagHasKey", "BagRemoveKeys", "DateTimeLocalToUtc", "DateTimeUtcToLocal", "ExtractAll", "ParseUserAgent",
    };

    private static readonly IReadOnlyList<KqlFunction> All = [.. FunctionLibrary.Implementations().Where(f => f.Examples.Count > 0)];

    public static TheoryData<string> Functions()
    {
        var data = new TheoryData<string>();
        foreach (var function in All)
            data.Add(function.GetType().Name);
        return data;
    }

    [Theory]
    [MemberData(nameof(Functions))]
    public async Task Gives_what_it_says(string function)
    {
        var examples = ExamplesOf(function).Select(e => new Run(e.Example, ExampleRunner.Bind(ExampleRunner.QueryOf(e.Function, e.Example)))).ToList();
        var failures = await FailuresAsync(examples);
        Assert.True(failures.Count == 0, string.Join('\n', failures));
    }

    [Theory]
    [MemberData(nameof(Functions))]
    public async Task Gives_the_same_for_values_of_a_table(string function)
    {
        if (ConstantsOnly.Contains(function))
            return;
        var examples = ExamplesOf(function)
            .Select(e => (e.Example, Query: RunTimeArguments.Of(ExampleRunner.Bind(ExampleRunner.QueryOf(e.Function, e.Example)))))
            .Where(e => e.Query is not null)
            .Select(e => new Run(e.Example, e.Query!))
            .ToList();
        var failures = await FailuresAsync(examples);
        Assert.True(failures.Count == 0, string.Join('\n', failures));
    }

    /// <summary>All in one query first, which is much faster; one by one only to find the culprits.</summary>
    private async Task<List<string>> FailuresAsync(List<Run> runs)
    {
        var runner = new ExampleRunner(fixture);
        if (await runner.RunTogetherAsync([.. runs.Select(r => r.Query)]) is { } together && together.SequenceEqual(runs.Select(r => r.Example.Result), StringComparer.Ordinal))
            return [];
        var failures = new List<string>();
        foreach (var (example, query) in runs)
        {
            var result = await runner.RunAsync(query);
            if (!string.Equals(result, example.Result, StringComparison.Ordinal))
                failures.Add($"{example.Kql}\n  expected: {example.Result}\n  got:      {result}");
        }

        return failures;
    }

    private static IEnumerable<(KqlFunction Function, Example Example)> ExamplesOf(string name) =>
        All.Where(f => string.Equals(f.GetType().Name, name, StringComparison.Ordinal)).SelectMany(f => f.Examples.Select(e => (f, e)));

    private sealed record Run(Example Example, BoundQuery Query);
}
