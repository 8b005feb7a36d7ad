using System.Diagnostics;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Drever.Kql.Symbols;
using Drever.Testing;
using Drever.Translation.Tests.Support;
using Xunit.Abstractions;

namespace Drever.Translation.Tests.Conformance;

/// <summary>
/// The documentation's examples, run and held against the tables that the pages print, by the reference's own comparer. Pages on
/// geography, graphs and series are not counted: most of what they show is not runnable yet.
/// </summary>
[Collection(EngineCollection.Name)]
public sealed class ConformanceTests(EngineFixture engine, ITestOutputHelper output)
{
    private const string Cases = "conformance/cases.jsonl";
    private const string Comparer = "tools/compare-results.py";

    /// <summary>Of a hundred counted examples, how many must pass.</summary>
    private const int Expected = 85;

    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [SharedFact(Cases)]
    public async Task Documentation_examples_give_the_documented_tables()
    {
        var runner = new QueryRunner(engine.Engine, await engine.NewDatabaseAsync());
        var cases = File.ReadLines(SharedFiles.PathOf(Cases)).Select(l => JsonNode.Parse(l)!).ToList();
        var results = Path.Combine(engine.DataDirectory, "conformance.jsonl");
        await using (var writer = new StreamWriter(results))
        {
            foreach (var example in cases)
            {
                var answer = await runner.RunAsync((string)example["query"]!);
                await writer.WriteLineAsync(Line((string)example["id"]!, answer).ToJsonString(Plain));
            }
        }

        var verdicts = await CompareAsync(results);
        var counted = cases.Where(IsCounted).Select(c => (Page: (string)c["page"]!, Passed: verdicts[(string)c["id"]!] == "passed")).ToList();
        foreach (var page in counted.GroupBy(c => c.Page).Where(p => p.Any(c => !c.Passed)))
            output.WriteLine($"{page.Key}: {page.Count(c => c.Passed)} of {page.Count()}");
        var passed = counted.Count(c => c.Passed);
        output.WriteLine($"{passed} of {counted.Count} counted examples, {verdicts.Count(v => v.Value == "passed")} of {verdicts.Count} in all");
        Assert.True(passed * 100 >= counted.Count * Expected, $"only {passed} of {counted.Count} examples pass");
    }

    private static bool IsCounted(JsonNode example)
    {
        var page = (string)example["page"]!;
        return example["suspect"] is null
            && !page.StartsWith("geo", StringComparison.Ordinal) && !page.StartsWith("series-", StringComparison.Ordinal)
            && !page.StartsWith("node-", StringComparison.Ordinal) && !page.Contains("graph", StringComparison.Ordinal);
    }

    private static JsonObject Line(string id, QueryAnswer answer) => new()
    {
        ["id"] = id,
        ["columns"] = new JsonArray([.. answer.Columns.Select(c => (JsonNode)new JsonObject { ["name"] = c.Name, ["type"] = c.Type.Name() })]),
        ["rows"] = new JsonArray([.. answer.Rows]),
        ["error"] = answer.Error,
    };

    private static async Task<Dictionary<string, string>> CompareAsync(string results)
    {
        var verdicts = results + ".verdicts";
        var start = new ProcessStartInfo("python3")
        {
            ArgumentList = { SharedFiles.PathOf(Comparer), "--cases", SharedFiles.PathOf(Cases), "--results", results, "--json", verdicts },
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        using var process = Process.Start(start) ?? throw new InvalidOperationException("python3 did not start");
        await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.Equal(0, process.ExitCode);
        var read = JsonNode.Parse(await File.ReadAllTextAsync(verdicts))!;
        return read is JsonArray list
            ? list.ToDictionary(v => (string)v!["id"]!, v => Status(v!))
            : read.AsObject().ToDictionary(v => v.Key, v => Status(v.Value!));
    }

    private static string Status(JsonNode verdict) => verdict is JsonValue text ? (string)text! : (string)verdict["status"]!;
}
