using Drever.Engine;
using Drever.Functions.Values;
using Drever.Sql;
using Drever.Testing;

namespace Drever.Functions.Tests.Representation;

/// <summary>The reader of regular expressions against the engine's own: what one takes the other takes.</summary>
[Collection(EngineCollection.Name)]
public class RegexSyntaxTests(EngineFixture fixture)
{
    public static TheoryData<string> Patterns { get; } =
    [
        "", "a", "a|b", "|a", "a||b", "(a)", "(?:a)", "((a)|b)*", "(?P<name>a)", "(?<name>a)", "(?<>a)", "(?P<name", "(?i)a", "(?i:a)", "(?s-i)a", "(?i", "(?x)a", "(?^:x)", "(?#c)",
        "(", ")", "a)", "(a", "(?=a)", "(?!a)", "(?<=a)", "(?<!a)",
        "a*", "a+?", "a??", "a**", "a*?+", "*", "+a", "(*)", "|*", "^*", "(|a)*", "a{2}", "a{2,}", "a{2,3}", "a{3,2}", "a{1000}", "a{1001}", "a{,3}", "{", "a{", "a{x}", "a{2}{3}", "(a{100}){100}",
        "((a{10}){10}){10}", "{2}", "(a{2}){3}",
        "[a]", "[", "[]", "[]a]", "[^]a]", "[^", "[a-z]", "[z-a]", "[a-]", "[-a]", "[a-a]", "[a-z-9]", "[\\w-z]", "[\\]]", "[\\", "[[:alpha:]]", "[[:^digit:]x]", "[[]", "[[:]", "[*+?(){}|.]",
        "\\d\\D\\s\\S\\w\\W\\b\\B", "\\A\\z", "\\Z", "\\a\\f\\t\\n\\r\\v", "\\1", "\\12", "\\0", "\\8", "\\e", "\\h", "\\_", "\\-\\/\\\"\\'\\@\\ ", "\\", "a\\", "\\é",
        "\\Qa(b\\Ec", "\\Qa(", "\\C", "\\pN", "\\p{Greek}", "\\P{^Greek}", "\\p", "\\p{", "\\x41", "\\x{1F600}", "\\x{110000}", "\\xZZ", "\\x", "\\x{", "\\u0041",
        "^\\\\\\\\[a-z]+\\\\(?:c\\$|admin\\$)$", @"(?i)(\b(https?|ftp)://|www\.)[-A-Z0-9+&@#/%?=~_|!:,.;]*[A-Z0-9+&@#/%=~_|]", ".*?(\\d{1,3}\\.){3}\\d{1,3}", "é+", "😀",
    ];

    [Theory]
    [MemberData(nameof(Patterns))]
    public async Task Takes_what_the_engine_takes(string pattern)
    {
        var mistake = RegexSyntax.Mistake(pattern);
        Assert.Equal(await IsAcceptedAsync(pattern), mistake is null);
    }

    [Fact]
    public void Deep_nesting_is_a_mistake_and_no_crash() =>
        Assert.NotNull(RegexSyntax.Mistake(new string('(', 100_000)));

    [Theory]
    [InlineData("a.b", "(?-s)a.b")]
    [InlineData(@"a\.b", @"a\.b")]
    [InlineData("a[.]b", "a[.]b")]
    [InlineData("[]].", "(?-s)[]].")]
    [InlineData(@"\Q.\E", @"\Q.\E")]
    public void The_dot_gets_its_meaning(string pattern, string expected) => Assert.Equal(expected, Regexes.ForEngine(pattern));

    [Theory]
    [InlineData("a", 0)]
    [InlineData("(a)(?:b)(?P<n>c)(?<m>d)", 3)]
    [InlineData(@"\((a)[(]", 1)]
    [InlineData("(?i)(a)", 1)]
    public void Groups_are_counted(string pattern, int groups) => Assert.Equal(groups, Regexes.CountGroups(pattern));

    private async Task<bool> IsAcceptedAsync(string pattern)
    {
        try
        {
            var match = Expr.Call("replaceRegexpOne", Text("x"), Text(pattern), Expr.Text(""));
            await fixture.RowsAsync("SELECT " + SqlWriter.Write(match));
            return true;
        }
        catch (EngineException)
        {
            return false;
        }
    }

    /// <summary>A value that comes from a row: a constant pattern would not reach the compiler of patterns in every case.</summary>
    private static SqlExpression Text(string value) => Expr.Call("materialize", Expr.Text(value));
}
