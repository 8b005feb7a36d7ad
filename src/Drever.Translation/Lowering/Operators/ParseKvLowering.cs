using Drever.Functions;
using Drever.Functions.Values;
using Drever.Kql.Binding;
using Drever.Kql.Symbols;
using Drever.Sql;

namespace Drever.Translation.Lowering.Operators;

/// <summary>
/// <c>parse-kv</c>: all pairs of the text are found by one regular expression, each column then looks for its key. Source: Kusto
/// reference, "parse-kv operator".
/// </summary>
internal static class ParseKvLowering
{
    public static SelectBlock Lower(BoundParseKv parse, RelationLowering relations)
    {
        var options = parse.Options;
        var below = RelationLowering.Over(relations.Lower(parse.Input), [parse.Value]);
        if (below.IsGrouped)
            below = below.Nest();
        // the pairs of the text, or in the greedy form the text itself
        var found = new ColumnSymbol("pairs", KqlType.Dynamic);
        below.Define(found, new ColumnSlot(() =>
        {
            var text = relations.Lower(parse.Value, below).ToText();
            var pairs = options.Greedy ? text : Expr.Call("extractAllGroupsVertical", text, Expr.Text(PairPattern.Of(options).Regex));
            return new SqlValue(pairs, KqlType.Dynamic, Nullable: false);
        }));

        var block = below.Nest();
        foreach (var key in parse.Keys)
        {
            block.Define(key, new ColumnSlot(() =>
            {
                var source = block.SlotOf(found).Value.Sql;
                var text = options.Greedy ? Greedy(source, key.Name, options, relations) : OfPairs(source, key.Name, options, relations);
                return new SqlValue(Unescaped(text, options), KqlType.String, Nullable: false).To(key.Type);
            }));
        }

        return block;
    }

    private static SqlExpression OfPairs(SqlExpression pairs, string key, ParseKvOptions options, RelationLowering relations)
    {
        var pattern = PairPattern.Of(options);
        var isKey = Expr.Lambda(relations.Session.Names.New("p"), pair => Expr.Equal(Either(pair, pattern.KeyGroups), Expr.Text(key)));
        var first = Expr.Call("arrayFirst", isKey, pairs);
        return Once.Use(relations.Session.Names.New("p"), first, pair => Either(pair, pattern.ValueGroups));
    }

    private static SqlExpression Greedy(SqlExpression text, string key, ParseKvOptions options, RelationLowering relations)
    {
        var pattern = PairPattern.GreedyOf(options, key);
        var groups = Expr.Call("extractGroups", text, Expr.Text(pattern.Regex));
        return Once.Use(relations.Session.Names.New("p"), groups, match => Either(match, pattern.ValueGroups));
    }

    private static SqlExpression Unescaped(SqlExpression text, ParseKvOptions options) =>
        options.Escape.Length == 0
            ? text
            : Expr.Call("replaceRegexpAll", text, Expr.Text("(?s)" + ParsePattern.Escape(options.Escape) + "(.)"), Expr.Text("\\1"));

    /// <summary>The one of several groups that took part; the others are empty.</summary>
    private static SqlExpression Either(SqlExpression pair, IReadOnlyList<int> groups) =>
        groups.Count == 1
            ? Expr.Call("arrayElement", pair, Expr.Number(groups[0]))
            : Expr.Call("concat", [.. groups.Select(g => Expr.Call("arrayElement", pair, Expr.Number(g)))]);
}
