using Drever.Kql.Syntax;
using Drever.Kql.Text;

namespace Drever.Kql.Tests.Syntax;

/// <summary>Queries with random damage, from a fixed seed: the parser always answers, and answers the same again.</summary>
public class FuzzTests
{
    private static readonly string[] Pieces =
    [
        " ", "\n", "|", ";", ",", "(", ")", "[", "]", "{", "}", "=", "==", "!=", "=~", "<", "..", ".", "-", "*", ":", "=>", "@", "\"", "'", "```", "//",
        "a", "1", "1d", "2.5", "0x", "true", "null", "where", "by", "on", "in", "with", "kind=", "hint.strategy=", "to typeof(", "dynamic(", "datetime(",
        "let x = ", "union", "project-away", "mv-expand", "matches regex", "$left", "['", "\\", "\0", "\ud83d", "\u200b", "é", "between (", "has_any (",
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Damaged_queries_get_an_answer(int seed)
    {
        var random = new Random(seed);
        var queries = SpanTests.Queries.ToArray();
        for (var i = 0; i < 6000; i++)
        {
            var text = Damage(queries[random.Next(queries.Length)], random);
            var source = new SourceText(text);
            var result = KqlParser.Parse(source, ParseLimits.Default);
            Assert.All(result.Diagnostics, d => Assert.InRange(d.Span.End, d.Span.Start, text.Length));
            Assert.Equal(SyntaxPrinter.Print(result.Root), SyntaxPrinter.Print(KqlParser.Parse(source, ParseLimits.Default).Root));
        }
    }

    [Fact]
    public void Every_beginning_of_a_query_gets_an_answer()
    {
        foreach (var query in SpanTests.Queries)
        {
            for (var length = 0; length <= query.Length; length++)
                _ = KqlParser.Parse(new SourceText(query[..length]), ParseLimits.Default);
        }
    }

    private static string Damage(string text, Random random)
    {
        for (var times = random.Next(1, 4); times > 0; times--)
        {
            var at = random.Next(text.Length + 1);
            var length = Math.Min(random.Next(6), text.Length - at);
            var piece = Pieces[random.Next(Pieces.Length)];
            text = random.Next(3) switch
            {
                0 => text.Remove(at, length),
                1 => text.Insert(at, piece),
                _ => text.Remove(at, length).Insert(at, piece),
            };
        }

        return text;
    }
}
