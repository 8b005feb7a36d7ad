using System.Text.Json.Nodes;
using Drever.Schema.Ddl;
using Drever.Testing;
using Drever.Translation.Tests.Support;
using Xunit.Abstractions;

namespace Drever.Translation.Tests.Corpus;

/// <summary>Public hunting queries against the schema's own tables, empty: what compiles must run.</summary>
[Collection(EngineCollection.Name)]
public sealed class CorpusTests(EngineFixture engine, ITestOutputHelper output)
{
    private const string Queries = "corpus/hunting-queries.jsonl";

    /// <summary>Of a hundred queries, how many must compile; the others use what this version can't run.</summary>
    private const int Expected = 85;

    [SharedFact(Queries)]
    public async Task Every_query_that_compiles_runs()
    {
        var database = await engine.NewDatabaseAsync();
        foreach (var table in QueryRunner.Schema.Tables)
            await engine.Engine.ExecuteAsync(ClickHouseDdl.CreateTable(database, table), CancellationToken.None);
        var runner = new QueryRunner(engine.Engine, database);

        var (all, compiled) = (0, 0);
        var failures = new List<(string Cause, string Id)>();
        foreach (var line in File.ReadLines(SharedFiles.PathOf(Queries)))
        {
            var entry = JsonNode.Parse(line)!;
            var answer = await runner.RunAsync((string)entry["query"]!);
            all++;
            compiled += answer.Sql is null ? 0 : 1;
            if (answer.Error is not null)
                failures.Add((answer.Error, (string)entry["id"]!));
        }

        foreach (var cause in failures.GroupBy(f => f.Cause).OrderByDescending(g => g.Count()))
            output.WriteLine($"{cause.Count()} x {cause.Key} ({cause.First().Id})");
        output.WriteLine($"{compiled} of {all} compile");
        Assert.DoesNotContain(failures, f => f.Cause.StartsWith("engine", StringComparison.Ordinal) || f.Cause.StartsWith("cast", StringComparison.Ordinal));
        Assert.True(compiled * 100 >= all * Expected, $"only {compiled} of {all} queries compile");
    }
}
