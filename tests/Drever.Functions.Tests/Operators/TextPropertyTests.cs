using System.Globalization;
using Drever.Functions.Tests.Support;
using Drever.Kql.Binding;
using Drever.Kql.Symbols;
using Drever.Sql;
using Drever.Testing;

namespace Drever.Functions.Tests.Operators;

/// <summary>
/// Every text operator in every form it is lowered to (literal or run-time needle, with the text index or without, kept or in a filter)
/// against <see cref="TextReference"/>.
/// </summary>
[Collection(EngineCollection.Name)]
public sealed class TextPropertyTests(EngineFixture fixture)
{
    private const int Rows = 300;

    public static TheoryData<string> Operators { get; } =
    [
        "has", "!has", "has_cs", "!has_cs", "hasprefix", "!hasprefix", "hasprefix_cs", "!hasprefix_cs", "hassuffix", "!hassuffix", "hassuffix_cs", "!hassuffix_cs",
        "contains", "!contains", "contains_cs", "!contains_cs", "startswith", "!startswith", "startswith_cs", "!startswith_cs",
        "endswith", "!endswith", "endswith_cs", "!endswith_cs", "==", "=~", "in", "!in", "in~", "!in~", "has_any", "has_all",
    ];

    [Theory]
    [MemberData(nameof(Operators))]
    public async Task One_needle(string op)
    {
        var texts = Texts(seed: 11);
        var database = await FillAsync(texts);
        var source = new HostileTexts(seed: 12);
        for (var round = 0; round < 15; round++)
        {
            var needle = source.Needle(texts[round % texts.Length]);
            var expected = Numbers(texts, text => TextReference.Answer(op, text, needle));
            foreach (var (name, found) in await FoundAsync(database, op, [TestCall.Text(needle)]))
                Assert.True(expected.SequenceEqual(found), $"{op} {Escaped(needle)}, {name}: {Differences(texts, expected, found)}");
        }
    }

    [Theory]
    [InlineData("has_any")]
    [InlineData("has_all")]
    [InlineData("in")]
    [InlineData("in~")]
    public async Task Several_needles(string op)
    {
        var texts = Texts(seed: 21);
        var database = await FillAsync(texts);
        var source = new HostileTexts(seed: 22);
        for (var round = 0; round < 20; round++)
        {
            var needles = Enumerable.Range(0, 1 + (round % 20)).Select(i => source.Needle(texts[((round * 7) + i) % texts.Length])).ToArray();
            bool One(string text, string needle) => TextReference.Answer(op, text, needle);
            var expected = Numbers(texts, text => op == "has_all" ? needles.All(n => One(text, n)) : needles.Any(n => One(text, n)));
            foreach (var (name, found) in await FoundAsync(database, op, [.. needles.Select(TestCall.Text)]))
                Assert.True(expected.SequenceEqual(found), $"{op} {string.Join(", ", needles.Select(Escaped))}, {name}: {Differences(texts, expected, found)}");
        }
    }

    private static string[] Texts(int seed)
    {
        var source = new HostileTexts(seed);
        return [.. Enumerable.Range(0, Rows).Select(i => source.Text(i % 12))];
    }

    private static int[] Numbers(string[] texts, Func<string, bool> matches) => [.. Enumerable.Range(0, texts.Length).Where(i => matches(texts[i]))];

    private async Task<string> FillAsync(string[] texts)
    {
        var database = await fixture.NewDatabaseAsync();
        await fixture.Engine.ExecuteAsync(
            $"CREATE TABLE {database}.t (n UInt32, s String, i String, INDEX words lower(i) TYPE text(tokenizer = splitByNonAlpha)) ENGINE = MergeTree ORDER BY n SETTINGS index_granularity = 16",
            CancellationToken.None);
        var rows = texts.Select((text, n) => SqlWriter.Write(Expr.Tuple(Expr.Number(n), Expr.Text(text), Expr.Text(text))));
        await fixture.Engine.ExecuteAsync($"INSERT INTO {database}.t VALUES {string.Join(", ", rows).Replace("tuple(", "(", StringComparison.Ordinal)}", CancellationToken.None);
        return database;
    }

    /// <summary>The numbers of the rows that each form finds.</summary>
    private async Task<List<(string Form, int[] Rows)>> FoundAsync(string database, string op, Operand[] needles)
    {
        var context = new TestContext { Indexed = { "i" } };
        var plain = TestCall.Column("s", KqlType.String);
        var indexed = TestCall.Column("i", KqlType.String);
        Operand[] late = [.. needles.Select(TestCall.RunTime)];
        Operand array = TestCall.RunTime(TestCall.Literal(new KqlJson(System.Text.Json.JsonSerializer.Serialize(needles.Select(n => ((BoundLiteral)n.Bound).Value))), KqlType.Dynamic));
        var takesArray = op is "has_any" or "has_all" or "in" or "in~" or "!in" or "!in~";
        var filters = new List<(string Form, SqlValue Value)>
        {
            ("filter", Lower(op, context, inFilter: true, [plain, .. needles])),
            ("filter by index", Lower(op, context, inFilter: true, [indexed, .. needles])),
        };
        var kept = new List<(string Form, SqlValue Value)>
        {
            ("kept", Lower(op, context, inFilter: false, [plain, .. needles])),
            ("kept beside the index", Lower(op, context, inFilter: false, [indexed, .. needles])),
            ("run-time needle", Lower(op, context, inFilter: false, [plain, .. late])),
        };
        if (takesArray)
        {
            var query = new SqlScalarSubquery(new SqlSelect { Items = [new SqlItem(array.Value.Sql, "a")] });
            var beforehand = array with { Value = array.Value with { Sql = Expr.Call("ifNull", query, Expr.Text("")) } };
            kept.Add(("run-time array", Lower(op, context, inFilter: false, [plain, array])));
            kept.Add(("array of a subquery", Lower(op, context, inFilter: false, [plain, beforehand])));
            kept.Add(("array of a subquery beside the index", Lower(op, context, inFilter: false, [indexed, beforehand])));
            filters.Add(("filter by array of a subquery", Lower(op, context, inFilter: true, [indexed, beforehand])));
        }

        var found = new List<(string, int[])>();
        var rows = await fixture.RowsAsync(SqlWriter.Write(Query(database, [.. kept.Select(k => k.Value.Sql)], where: null)));
        for (var i = 0; i < kept.Count; i++)
            found.Add((kept[i].Form, Numbers(rows.Where(r => r[i + 1] is "true"))));
        foreach (var (form, filter) in filters)
            found.Add((form, Numbers(await fixture.RowsAsync(SqlWriter.Write(Query(database, [], filter.Sql))))));

        return found;
    }

    private static SqlSelect Query(string database, SqlExpression[] values, SqlExpression? where) => new()
    {
        Items = [new SqlItem(new SqlColumn("t", "n"), "n"), .. values.Select((v, i) => new SqlItem(v, $"v{i}"))],
        From = new SqlTable(database, "t", "t"),
        Where = where,
    };

    private static int[] Numbers(IEnumerable<string?[]> rows) => [.. rows.Select(r => int.Parse(r[0]!, CultureInfo.InvariantCulture)).Order()];

    private static SqlValue Lower(string op, TestContext context, bool inFilter, Operand[] operands) =>
        TestCall.Operator(op, KqlType.Bool, context, inFilter, operands);

    private static string Differences(string[] texts, int[] expected, int[] found) =>
        "missing " + string.Join(", ", expected.Except(found).Take(3).Select(n => Escaped(texts[n])))
        + "; too much " + string.Join(", ", found.Except(expected).Take(3).Select(n => Escaped(texts[n])));

    private static string Escaped(string text) => System.Text.Json.JsonSerializer.Serialize(text);
}
