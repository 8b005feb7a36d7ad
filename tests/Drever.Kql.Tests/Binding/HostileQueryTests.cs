using System.Globalization;
using System.Text;
using Drever.Kql.Binding;
using Drever.Kql.Syntax;
using Drever.Kql.Text;
using Drever.Testing;

namespace Drever.Kql.Tests.Binding;

/// <summary>No query text makes the binder throw or work without end.</summary>
public sealed class HostileQueryTests
{
    [Theory]
    [InlineData("let x0 = T | project s;", "let x{0} = x{1} | union x{1};", "x{0} | count")]
    [InlineData("let x0 = rand();", "let x{0} = x{1} + x{1};", "print x{0}")]
    public void What_doubles_ends_at_a_limit(string first, string next, string last)
    {
        Assert.False(HuntingBinder.Bind(Repeated(first, next, last, 8)).HasErrors);
        Assert.Contains(HuntingBinder.Bind(Repeated(first, next, last, 60)).Diagnostics, d => d.Code == "KS245");
    }

    [Fact]
    public void Arguments_that_double_end_at_a_limit()
    {
        var call = string.Concat(Enumerable.Repeat("f(", 30)) + "rand()" + new string(')', 30);
        Assert.True(HuntingBinder.Bind("let f = (y:real) { y + y }; print " + call).HasErrors);
    }

    [Theory]
    [InlineData("let x0 = T;", "let x{0} = x{1} | where l > {0};", "x{0}")]
    [InlineData("let x0 = 1;", "let x{0} = x{1} + 1;", "print x{0}")]
    public void What_nests_through_lets_ends_at_a_limit(string first, string next, string last)
    {
        Assert.False(HuntingBinder.Bind(Repeated(first, next, last, 200)).HasErrors);
        Assert.Contains(HuntingBinder.Bind(Repeated(first, next, last, 5_000)).Diagnostics, d => d.Code == "KS245");
    }

    [Fact]
    public void Functions_that_nest_long_expressions_end_at_a_limit()
    {
        var nots = string.Concat(Enumerable.Repeat("not(", 100));
        var next = "let x{0} = (b1:bool) {{ " + nots + "x{1}(b1)" + new string(')', 100) + " }};";
        Assert.Contains(HuntingBinder.Bind(Repeated("let x0 = (b1:bool) { not(b1) };", next, "print x{0}(true)", 39)).Diagnostics, d => d.Code is "KS200" or "KS245");
    }

    private static string Repeated(string first, string next, string last, int times)
    {
        var query = new StringBuilder(first).Append('\n');
        for (var i = 1; i <= times; i++)
            query.AppendFormat(CultureInfo.InvariantCulture, next, i, i - 1).Append('\n');
        return query.AppendFormat(CultureInfo.InvariantCulture, last, times).ToString();
    }

    [Fact]
    public void Functions_that_double_end_at_a_limit()
    {
        var query = new StringBuilder("let f0 = (x:long) { x + 1 };\n");
        for (var i = 1; i <= 40; i++)
            query.Append(null, $"let f{i} = (x:long) {{ f{i - 1}(x) + f{i - 1}(x + 1) }};\n");
        var bound = HuntingBinder.Bind(query + "print f40(1)");
        Assert.Contains(bound.Diagnostics, d => d.Code == "KS200");
    }

    [Fact]
    public void A_function_cannot_call_itself() =>
        Assert.Equal("KS211", HuntingBinder.Bind("let f = (x:long) { f(x) }; print f(1)").Diagnostics[0].Code);

    [Fact]
    public void Columns_without_end_are_refused()
    {
        var query = new StringBuilder("T");
        for (var i = 0; i < 12; i++)
            query.Append(" | join kind=inner T on s");
        Assert.False(HuntingBinder.Bind(query.ToString()).HasErrors);

        var joined = "let x0 = T;\n" + string.Concat(Enumerable.Range(1, 20).Select(i => FormattableString.Invariant($"let x{i} = x{i - 1} | join kind=inner x{i - 1} on s;\n")));
        Assert.Equal("KS244", HuntingBinder.Bind(joined + "x20").Diagnostics[0].Code);
    }

    [Fact]
    public void Long_chains_and_deep_brackets_bind()
    {
        Assert.False(HuntingBinder.Bind("T | where " + string.Join(" or ", Enumerable.Repeat("s == 'a'", 400))).HasErrors);
        Assert.False(HuntingBinder.Bind("T" + string.Concat(Enumerable.Repeat(" | extend x = l + 1", 250))).HasErrors);
        HuntingBinder.Bind("print " + new string('(', 5000) + "1" + new string(')', 5000));
    }

    [Fact]
    public void Diagnostics_are_bounded() =>
        Assert.True(HuntingBinder.Bind("T | where " + string.Join(" and ", Enumerable.Range(0, 400).Select(i => FormattableString.Invariant($"nope{i} == 1")))).Diagnostics.Length <= 200);

    [Fact]
    public void Cancellation_is_the_only_exception()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        var syntax = KqlParser.Parse(new SourceText("T | count"), ParseLimits.Default);
        Assert.Throws<OperationCanceledException>(() => KqlBinder.Bind(syntax, Documentation.Context, cancelled.Token));
    }

    /// <summary>Real queries with pieces of others put in: nearly all are wrong, in ways nobody would think of.</summary>
    [SharedFact("corpus/hunting-queries.jsonl")]
    public void Shuffled_queries_are_answered()
    {
        var random = new Random(20_261_121);
        var pieces = new List<string>();
        var queries = new List<string>();
        foreach (var line in File.ReadLines(SharedFiles.PathOf("corpus/hunting-queries.jsonl")).Take(300))
        {
            using var query = System.Text.Json.JsonDocument.Parse(line);
            var text = query.RootElement.GetProperty("query").GetString()!;
            queries.Add(text);
            pieces.AddRange(text.Split([' ', '\n', '|', ',', '(', ')'], StringSplitOptions.RemoveEmptyEntries));
        }

        foreach (var text in queries)
        {
            for (var round = 0; round < 6; round++)
            {
                var words = text.Split(' ');
                for (var change = 0; change < 1 + round; change++)
                    words[random.Next(words.Length)] = pieces[random.Next(pieces.Count)];
                var bound = HuntingBinder.Hunt(string.Join(' ', words));
                Assert.True(bound.HasErrors || bound.Result is not null);
            }
        }
    }
}
