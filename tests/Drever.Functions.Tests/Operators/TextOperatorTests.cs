using Drever.Functions.Tests.Support;
using Drever.Kql.Symbols;
using Drever.Sql;
using Drever.Testing;

namespace Drever.Functions.Tests.Operators;

[Collection(EngineCollection.Name)]
public sealed class TextOperatorTests(EngineFixture fixture)
{
    [Theory]
    [InlineData("has", "North America", "america", true)]
    [InlineData("has", "NorthAmerica", "america", false)]
    [InlineData("has", "snake_case", "case", true)]
    [InlineData("has", "naïve", "na", false)]
    [InlineData("has", "C:\\Windows\\cmd.exe", ".exe", true)]
    [InlineData("has", "notcmd.exe", "cmd.exe", false)]
    [InlineData("has", "xcmd.exe cmd.exe", "cmd.exe", true)]
    [InlineData("has", "xa-a-a", "a-a", true)]
    [InlineData("has", "", "", true)]
    [InlineData("has", "", "a", false)]
    [InlineData("has", "ÄRGER im Büro", "ärger", true)]
    [InlineData("has", "temp\u212A", "temp", false)]
    [InlineData("=~", "ÄÖ", "äö", true)]
    [InlineData("!~", "ÄÖ", "äö", false)]
    [InlineData("contains", "100%", "0%", true)]
    [InlineData("contains", "1000", "0%", false)]
    [InlineData("contains", "a\\b", "\\", true)]
    [InlineData("matches regex", "a\nb", "a.b", false)]
    [InlineData("matches regex", "a\nb", "(?s)a.b", true)]
    [InlineData("matches regex", "ABC", "b", false)]
    [InlineData("matches regex", "ABC", "(?i)b", true)]
    [InlineData("matches regex", "ab", "", true)]
    [InlineData("like", "Fabrikam", "fab%", true)]
    [InlineData("like", "a\\b", "A\\_", true)]
    [InlineData("likecs", "Fabrikam", "fab%", false)]
    [InlineData("notlike", "Fabrikam", "%x%", true)]
    public async Task Known_answers(string op, string text, string needle, bool expected)
    {
        Operand t = TestCall.Text(text), n = TestCall.Text(needle);
        SqlValue[] forms = [TestCall.Operator(op, KqlType.Bool, TestCall.RunTime(t), n), TestCall.Operator(op, KqlType.Bool, TestCall.RunTime(t), TestCall.RunTime(n))];
        Assert.All(await fixture.ValuesAsync(forms), v => Assert.Equal(expected ? "true" : "false", v));
    }

    [Theory]
    [InlineData("has", "json {\"a\":[\"b c\"]}", "b", true)]
    [InlineData("contains", "json \"Some \\\"text\\\"\"", "e \"T", true)]
    [InlineData("startswith", "json \"text\"", "te", true)]
    [InlineData("=~", "json \"Text\"", "tEXT", true)]
    public async Task Dynamic_is_searched_as_its_text(string op, string json, string needle, bool expected)
    {
        var value = TestCall.Operator(op, KqlType.Bool, TestCall.RunTime(Literal.Parse(json)), TestCall.Text(needle));
        Assert.Equal(expected ? "true" : "false", await fixture.ValueAsync(value));
    }

    [Theory]
    [InlineData("in", "long 5", "long 4|long 5", true)]
    [InlineData("in", "long 5", "json [1,5]", true)]
    [InlineData("in", "long 5", "json [1,5.5]", false)]
    [InlineData("in", "long 5", "real 5.5|real 5", true)]
    [InlineData("in", "long null", "long 4|long 5", false)]
    [InlineData("!in", "long null", "long 4|long 5", true)]
    [InlineData("in", "long null", "long null", false)]
    [InlineData("in", "long 5", "long null|long 5", true)]
    [InlineData("in", "'b'", "json [\"a\",\"b\"]|'c'", true)]
    [InlineData("in", "json \"b\"", "'a'|'b'", true)]
    [InlineData("in", "json 5", "long 5", true)]
    [InlineData("in", "guid 74be27de-1e4e-49d9-b579-fe0b331d3642", "'74be27de-1e4e-49d9-b579-fe0b331d3642'", true)]
    [InlineData("in", "datetime 2024-01-02", "datetime 2024-01-01|datetime 2024-01-02", true)]
    [InlineData("in", "timespan 01:00:00", "timespan 01:00:00", true)]
    [InlineData("in", "bool true", "bool true", true)]
    [InlineData("in~", "'B'", "json [\"a\",\"b\"]", true)]
    [InlineData("in~", "'Ä'", "'a'|'ä'", true)]
    [InlineData("!in~", "'B'", "'a'|'c'", true)]
    [InlineData("in", "'a'", "json []", false)]
    [InlineData("has_any", "'a b-c'", "json []", false)]
    [InlineData("has_all", "'a b-c'", "json []", true)]
    [InlineData("has_any", "'run 42'", "json [41,42]", true)]
    public async Task Lists(string op, string value, string items, bool expected)
    {
        Operand[] list = [.. items.Split('|').Select(Literal.Parse)];
        var left = Literal.Parse(value);
        SqlValue[] forms =
        [
            TestCall.Operator(op, KqlType.Bool, [left, .. list]),
            TestCall.Operator(op, KqlType.Bool, [TestCall.RunTime(left), .. list]),
            TestCall.Operator(op, KqlType.Bool, [TestCall.RunTime(left), .. list.Select(TestCall.RunTime)]),
        ];
        Assert.All(await fixture.ValuesAsync(forms), v => Assert.Equal(expected ? "true" : "false", v));
    }

    [Fact]
    public async Task A_Kelvin_sign_is_no_k_for_a_literal_and_one_for_a_needle_known_at_run_time()
    {
        Operand kelvin = TestCall.RunTime(TestCall.Text("\u212A")), k = TestCall.Text("k");
        SqlValue[] forms = [TestCall.Operator("=~", KqlType.Bool, kelvin, k), TestCall.Operator("=~", KqlType.Bool, kelvin, TestCall.RunTime(k))];
        Assert.Equal("false true", string.Join(' ', await fixture.ValuesAsync(forms)));
    }

    [Fact]
    public void The_index_answers_single_terms_alone_and_narrows_others()
    {
        var context = new TestContext { Indexed = { "i" } };
        var column = TestCall.Column("i", KqlType.String);
        string Sql(string op, params string[] needles) =>
            SqlWriter.Write(TestCall.Operator(op, KqlType.Bool, context, inFilter: true, [column, .. needles.Select(TestCall.Text)]).Sql);

        Assert.Equal("hasAllTokens(lower(`t`.`i`), ['mimikatz'])", Sql("has", "Mimikatz"));
        Assert.Equal("hasAnyTokens(lower(`t`.`i`), ['rubeus', 'mimikatz'])", Sql("has_any", "Rubeus", "Mimikatz"));
        Assert.StartsWith("hasAllTokens(lower(`t`.`i`), ['invoke', 'katz']) AND match(", Sql("has", "Invoke-Katz"), StringComparison.Ordinal);
        Assert.DoesNotContain("Tokens", Sql("contains", "katz"), StringComparison.Ordinal);
        Assert.DoesNotContain("hasAllTokens", SqlWriter.Write(TestCall.Operator("has", KqlType.Bool, context, inFilter: false, column, TestCall.Text("katz")).Sql), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Needles_too_long_for_a_pattern_are_found()
    {
        var needle = string.Concat(Enumerable.Repeat("ab-", 30_000)) + "z";
        var text = TestCall.RunTime(TestCall.Text("x " + needle + " y"));
        SqlValue[] forms =
        [
            TestCall.Operator("has", KqlType.Bool, text, TestCall.Text(needle)), TestCall.Operator("has", KqlType.Bool, text, TestCall.Text(needle + "q")),
            TestCall.Operator("has_any", KqlType.Bool, text, TestCall.Text(needle)), TestCall.Operator("contains", KqlType.Bool, text, TestCall.Text(needle)),
        ];
        Assert.Equal("true false true true", string.Join(' ', await fixture.ValuesAsync(forms)));
    }
}
