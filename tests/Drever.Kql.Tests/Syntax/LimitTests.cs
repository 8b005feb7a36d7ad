using Drever.Kql.Syntax;
using Drever.Kql.Text;

namespace Drever.Kql.Tests.Syntax;

/// <summary>Text made to hurt: it ends with a diagnostic, not with an exception or an overflow. A hang fails by the test run's own limit.</summary>
public class LimitTests
{
    private const int Million = 1_000_000;

    public static TheoryData<string, string> Nested => new()
    {
        { "(", ")" },
        { "f(", ")" },
        { "[", "]" },
        { "a[", "]" },
        { "-(", ")" },
        { "dynamic([", "])" },
        { "(union (", "))" },
        { "iff(a, b, ", ")" },
        { "a in (", ")" },
        { "a between (1 .. ", ")" },
        { "toscalar(T | where ", ")" },
        { "a and (", ")" },
    };

    [Theory]
    [MemberData(nameof(Nested))]
    public void Deep_nesting_is_refused_and_nesting_within_the_limit_is_not(string open, string close)
    {
        Assert.False(Parse("print " + Repeat(open, 40) + "1" + Repeat(close, 40)).HasErrors);
        foreach (var text in new[] { "print " + Repeat(open, 10_000) + "1" + Repeat(close, 10_000), "print " + Repeat(open, Million / 5 / open.Length) })
            Assert.Equal("KS245", Assert.Single(Parse(text).Diagnostics).Code);
    }

    [Theory]
    [InlineData("T | where a", "a", " + ")]
    [InlineData("T | where a", "a", ".")]
    [InlineData("T | where -a", "1", " - ")]
    [InlineData("T | where a", "", "[0]")]
    [InlineData("T", "take 1", " | ")]
    [InlineData("union T", "a", ".")]
    [InlineData("T | invoke f()", "g()", ".")]
    [InlineData("T | facet by a", "b", ".")]
    public void A_chain_that_makes_a_deep_tree_is_refused(string start, string link, string separator)
    {
        Assert.False(Parse(start + Repeat(separator + link, 100)).HasErrors);
        var result = Parse(start + Repeat(separator + link, 100_000));
        Assert.Contains(result.Diagnostics, static d => d.Code == "KS245");
    }

    /// <summary>Each of them is within the limit; one inside the other is not.</summary>
    [Fact]
    public void Chains_inside_chains_add_up()
    {
        var text = "1" + Repeat(" + 1", 200);
        for (var i = 0; i < 20; i++)
            text = "(" + text + ")" + Repeat(" + 1", 200);
        Assert.Contains(Parse("print " + text).Diagnostics, static d => d.Code == "KS245");
    }

    [Fact]
    public void A_long_list_of_conditions_is_no_deep_tree()
    {
        var result = Parse("T | where " + string.Join(" or ", Enumerable.Range(0, 20_000).Select(static i => $"a == {i}")));
        Assert.Empty(result.Diagnostics);
        Assert.InRange(Depth(result.Root), 5, 30);
    }

    [Fact]
    public void A_long_list_of_values_is_taken() =>
        Assert.Empty(Parse("T | where a in (" + string.Join(", ", Enumerable.Range(0, 100_000)) + ")").Diagnostics);

    [Theory]
    [InlineData("x ")]
    [InlineData("x;")]
    [InlineData("(a,")]
    [InlineData("a.")]
    [InlineData("\"")]
    [InlineData("'a' ")]
    [InlineData("```")]
    [InlineData("h@'")]
    [InlineData("datetime(")]
    [InlineData("{")]
    [InlineData("let f = (")]
    [InlineData("let f = (a:string) {")]
    [InlineData("let f = (a:string) { let f = (a:string) {")]
    [InlineData("let f = (a:string, b:(")]
    [InlineData("a:(")]
    [InlineData("macro-expand X as Y (")]
    [InlineData("declare pattern P = (a:string) { (1) = {")]
    [InlineData("T | fork (")]
    [InlineData("T | partition by a {")]
    [InlineData("T | facet by a with (")]
    [InlineData("toscalar(")]
    [InlineData("search in (T) (")]
    [InlineData("materialized-view-combine(")]
    [InlineData("inline_external_table kind=delta (")]
    [InlineData("| where ")]
    [InlineData("T | join (")]
    [InlineData("a-")]
    [InlineData("!")]
    [InlineData("\\")]
    [InlineData("€")]
    [InlineData("//")]
    [InlineData(" ")]
    [InlineData("1d ")]
    [InlineData("*")]
    [InlineData("in ")]
    [InlineData("[\"a\"")]
    [InlineData("- ")]
    [InlineData("-[*")]
    [InlineData("T | mv-apply a on (")]
    [InlineData("T | scan with (step a: true;")]
    [InlineData("T | parse a with \"")]
    [InlineData("T | graph-match (a)-[b")]
    [InlineData("a = ")]
    [InlineData("(a, b) = ")]
    [InlineData("f(a, b = ")]
    [InlineData("dynamic({\"a\":")]
    [InlineData("\ud800")]
    [InlineData("#x\n")]
    [InlineData("union T,")]
    [InlineData("set a = 1;")]
    public void A_long_run_of_anything_ends(string piece)
    {
        _ = Parse(Repeat(piece, Million / 5 / piece.Length));
        foreach (var prefix in new[] { "T | where ", "print ", "T | summarize a by ", "let f = (a:long) { " })
            _ = Parse(prefix + Repeat(piece, Million / 50 / piece.Length));
    }

    [Theory]
    [InlineData("(")]
    [InlineData("a and ")]
    [InlineData("\"")]
    [InlineData("x;")]
    public void A_million_characters_end(string piece) => _ = Parse(Repeat(piece, Million / piece.Length));

    [Fact]
    public void Five_hundred_thousand_tokens_in_one_list_are_taken() =>
        Assert.Empty(Parse("print " + string.Join(",", Enumerable.Repeat("a", 250_000))).Diagnostics);

    [Fact]
    public void Findings_beyond_the_limit_are_left_out_but_never_the_first_error()
    {
        Assert.Equal(100, Parse(Repeat("?€", 1000)).Diagnostics.Count);
        Assert.Equal(100, Parse(Repeat("T | foo;", 1000)).Diagnostics.Count);
        var warnings = Parse("print " + Repeat("int(x), ", 200) + "1; T | foo");
        Assert.Equal(101, warnings.Diagnostics.Count);
        Assert.True(warnings.HasErrors);
    }

    [Fact]
    public void A_text_beyond_the_limit_is_not_read()
    {
        var result = KqlParser.Parse(new SourceText("T | take 5"), new ParseLimits(MaxLength: 9));
        var diagnostic = Assert.Single(result.Diagnostics);
        Assert.Equal("KS244", diagnostic.Code);
        Assert.Empty(result.Root.Statements);
    }

    private static SyntaxResult Parse(string text) => KqlParser.Parse(new SourceText(text), ParseLimits.Default);

    private static string Repeat(string text, int count) => string.Concat(Enumerable.Repeat(text, count));

    private static int Depth(SyntaxNode node) => 1 + SyntaxTree.Children(node).Select(Depth).DefaultIfEmpty().Max();
}
