using System.Collections.Frozen;
using Drever.Kql.Syntax.Lexing;

namespace Drever.Kql.Syntax.Parsing;

/// <summary>From an operator's word to its method.</summary>
internal sealed partial class Parser
{
    private static readonly FrozenDictionary<string, Func<Parser, int, QueryOperator>> Operators =
        new Dictionary<string, Func<Parser, int, QueryOperator>>(StringComparer.Ordinal)
        {
            ["where"] = static (p, start) => p.Where(start),
            ["filter"] = static (p, start) => p.Where(start),
            ["take"] = static (p, start) => p.TakeRows(start),
            ["limit"] = static (p, start) => p.TakeRows(start),
            ["sample"] = static (p, start) => p.Sample(start),
            ["sample-distinct"] = static (p, start) => p.SampleDistinct(start),
            ["distinct"] = static (p, start) => p.Distinct(start),
            ["sort"] = static (p, start) => p.Sort(start),
            ["order"] = static (p, start) => p.Sort(start),
            ["top"] = static (p, start) => p.Top(start),
            ["top-hitters"] = static (p, start) => p.TopHitters(start),
            ["top-nested"] = static (p, start) => p.TopNested(start),
            ["summarize"] = static (p, start) => p.Summarize(start),
            ["count"] = static (p, start) => p.Count(start),
            ["getschema"] = static (p, start) => p.GetSchema(start),
            ["consume"] = static (p, start) => p.Consume(start),
            ["as"] = static (p, start) => p.As(start),
            ["serialize"] = static (p, start) => p.Serialize(start),
            ["assert-schema"] = static (p, start) => p.AssertSchema(start),
            ["__executeAndCache"] = static (p, start) => new ExecuteAndCacheOperator(p.SpanFrom(start), []),
            ["reduce"] = static (p, start) => p.Reduce(start),
            ["render"] = static (p, start) => p.Render(start),
            ["project"] = static (p, start) => p.Project(start),
            ["project-away"] = static (p, start) => p.ProjectAway(start),
            ["project-keep"] = static (p, start) => p.ProjectKeep(start),
            ["project-rename"] = static (p, start) => p.ProjectRename(start),
            ["project-reorder"] = static (p, start) => p.ProjectReorder(start),
            ["project-by-names"] = static (p, start) => p.ProjectByNames(start),
            ["extend"] = static (p, start) => p.Extend(start),
            ["mv-expand"] = static (p, start) => p.MvExpand(start),
            ["mvexpand"] = static (p, start) => p.MvExpand(start),
            ["mv-apply"] = static (p, start) => p.MvApply(start),
            ["mvapply"] = static (p, start) => p.MvApply(start),
            ["parse"] = static (p, start) => p.Parse(start, isFilter: false),
            ["parse-where"] = static (p, start) => p.Parse(start, isFilter: true),
            ["parse-kv"] = static (p, start) => p.ParseKv(start),
            ["make-series"] = static (p, start) => p.MakeSeries(start),
            ["print"] = static (p, start) => p.Print(start),
            ["range"] = static (p, start) => p.Range(start),
            ["union"] = static (p, start) => p.Union(start),
            ["search"] = static (p, start) => p.Search(start),
            ["find"] = static (p, start) => p.Find(start),
            ["join"] = static (p, start) => p.Join(start),
            ["lookup"] = static (p, start) => p.Lookup(start),
            ["evaluate"] = static (p, start) => p.Evaluate(start),
            ["invoke"] = static (p, start) => p.Invoke(start),
            ["fork"] = static (p, start) => p.Fork(start),
            ["facet"] = static (p, start) => p.Facet(start),
            ["partition"] = static (p, start) => p.Partition(start),
            ["__partitionby"] = static (p, start) => p.PartitionBy(start),
            ["macro-expand"] = static (p, start) => p.MacroExpand(start),
            ["scan"] = static (p, start) => p.Scan(start),
            ["make-graph"] = static (p, start) => p.MakeGraph(start),
            ["graph-match"] = static (p, start) => p.GraphMatch(start),
            ["graph-shortest-paths"] = static (p, start) => p.GraphShortestPaths(start),
            ["graph-to-table"] = static (p, start) => p.GraphToTable(start),
            ["graph-mark-components"] = static (p, start) => p.GraphMarkComponents(start),
            ["graph-where-nodes"] = static (p, start) => p.GraphWhereNodes(start),
            ["graph-where-edges"] = static (p, start) => p.GraphWhereEdges(start),
        }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenSet<string> OperatorWords = Operators.Keys.ToFrozenSet(StringComparer.Ordinal);

    private QueryOperator? TryOperator()
    {
        if (Current.Keyword is not { } keyword || !Operators.TryGetValue(keyword.Text, out var parse))
            return null;

        // count(...) and range(...) are calls
        if (keyword.Text is "count" or "range" && Peek(1).Kind == TokenKind.OpenParen)
            return null;
        var start = Take().Start;
        var result = Enter() ? parse(this, start) : new ExecuteAndCacheOperator(default, []);
        Leave();
        return result;
    }
}
