using System.Text.Json.Nodes;
using Drever.Kql.Symbols;
using Drever.Testing;
using Drever.Translation.Tests.Support;

namespace Drever.Translation.Tests.Logic;

/// <summary>Runs <c>tests/logic/**.kqltest</c>: rows first, then the pinned SQL; and each query with the rewrite rules and without.</summary>
[Collection(EngineCollection.Name)]
public sealed class LogicTests(EngineFixture engine, LogicDatabase logic) : IClassFixture<LogicDatabase>
{
    public static TheoryData<LogicCase> Cases => [.. LogicFile.ReadAll()];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Query_gives_what_the_file_says(LogicCase test)
    {
        var database = await logic.NameAsync(engine);
        var runner = new QueryRunner(engine.Engine, database);
        var answer = await runner.RunAsync(test.Query);
        if (test.Error is not null)
        {
            Assert.Contains(test.Error, answer.Error ?? "no error", StringComparison.Ordinal);
            return;
        }

        Assert.True(answer.Error is null, $"{answer.Error}\n{answer.Sql}");
        Assert.Equal(test.Columns, string.Join(", ", answer.Columns.Select(c => $"{c.Name}:{c.Type.Name()}")));
        var expected = test.Rows.Select(r => JsonNode.Parse(r)!.ToJsonString()).ToList();
        Assert.Equal(Arrange(expected, test), Arrange([.. answer.Rows.Select(r => r.ToJsonString())], test));

        if (!test.IsOpen)
        {
            var plain = await new QueryRunner(engine.Engine, database) { Context = runner.Context with { SkipRules = true } }.RunAsync(test.Query);
            Assert.True(plain.Error is null, plain.Error);
            Assert.Equal(Arrange(expected, test), Arrange([.. plain.Rows.Select(r => r.ToJsonString())], test));
        }

        if (test.Sql is null)
            return;
        var sql = answer.Sql!.Replace(database, "db", StringComparison.Ordinal);
        if (Environment.GetEnvironmentVariable("UPDATE_BASELINES") == "1")
            LogicFile.Rewrite(test, sql);
        else
            Assert.Equal(test.Sql, sql);
    }

    private static IEnumerable<string> Arrange(IEnumerable<string> rows, LogicCase test) => test.IsOrdered ? rows : rows.Order(StringComparer.Ordinal);
}
