using Drever.Kql.Syntax;
using Drever.Kql.Text;

namespace Drever.Kql.Tests.Syntax;

/// <summary>Every node knows its place.</summary>
public class SpanTests
{
    public static IEnumerable<string> Queries =>
        Directory.GetFiles(Baseline.Folder, "*.txt").SelectMany(static f => Baseline.Queries(File.ReadAllText(f)));

    [Fact]
    public void A_node_lies_inside_its_parent_and_a_name_covers_its_text()
    {
        foreach (var query in Queries)
        {
            var result = KqlParser.Parse(new SourceText(query), ParseLimits.Default);
            if (!result.HasErrors)
                Check(query, result.Root);
        }
    }

    [Fact]
    public void Diagnostics_lie_inside_the_text_and_in_order()
    {
        foreach (var query in Queries)
        {
            var spans = KqlParser.Parse(new SourceText(query), ParseLimits.Default).Diagnostics.Select(static d => d.Span).ToList();
            Assert.All(spans, span => Assert.InRange(span.End, span.Start, query.Length));
            Assert.Equal(spans.OrderBy(static s => s.Start).Select(static s => s.Start), spans.Select(static s => s.Start));
        }
    }

    private static void Check(string query, SyntaxNode node)
    {
        if (node is Name { Bracketed: false } name)
            Assert.Equal(name.Text, query.Substring(name.Span.Start, name.Span.Length));
        foreach (var child in SyntaxTree.Children(node))
        {
            Assert.True(
                child.Span.Start >= node.Span.Start && child.Span.End <= node.Span.End && child.Span.Length >= 0,
                $"{child} is not inside {node} in: {query}");
            Check(query, child);
        }
    }
}
