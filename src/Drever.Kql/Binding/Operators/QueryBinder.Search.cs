using Drever.Kql.Symbols;
using Drever.Kql.Syntax;
using Drever.Kql.Text;

namespace Drever.Kql.Binding;

/// <summary><c>search</c>: a union with the table's name in <c>$table</c>, filtered. A text alone is looked for in every column.</summary>
internal sealed partial class QueryBinder
{
    private const string TableColumn = "$table";

    private RowScope BindSearch(SearchOperator search, RowScope? input, Scope scope)
    {
        var legs = new List<Leg>();
        if (search.Tables is { } tables)
            AddLegs(tables, legs, isFuzzy: false, scope with { Rows = null });
        else if (input is not null)
            legs.Add(new(input, SourceName(input.Relation)));
        else
            AddMatching("*", search.Span, legs, scope);
        var union = Union(legs, TableColumn, isInner: false, search.Span);
        var isCased = search.Parameters.Find("kind")?.Word is "case_sensitive" or "casesensitive";
        var predicate = BindSearchPredicate(search.Condition, scope with { Rows = union }, isCased);
        return union.Same(new BoundFilter(union.Relation, predicate) { Span = search.Span });
    }

    /// <summary>The table that rows come from, for people.</summary>
    private static string SourceName(BoundRelation relation)
    {
        while (relation is BoundUnary unary)
            relation = unary.Input;
        return relation is BoundScan scan ? scan.Table.Name : "union_arg0";
    }

    private BoundExpression BindSearchPredicate(Expression condition, Scope scope, bool isCased)
    {
        switch (condition)
        {
            case StarExpression:
                return new BoundLiteral(true, KqlType.Bool) { Span = condition.Span };
            case ParenthesizedExpression parenthesized:
                return BindSearchPredicate(parenthesized.Inner, scope, isCased);
            case StringLiteral text:
                return OverColumns(scope, text.Span, column => Term(AsText(column), text.Value, text.Span, isCased));
            case BinaryExpression { Operator: BinaryOperator.And or BinaryOperator.Or } both:
                var left = BindSearchPredicate(both.Left, scope, isCased);
                var right = BindSearchPredicate(both.Right, scope, isCased);
                return BindOperator(OperatorTexts.Of(both.Operator), both.OperatorSpan, both.Span, left, right);
            case BinaryExpression { Operator: BinaryOperator.Search, Right: StringLiteral text } one when one.Left is StarExpression:
                return OverColumns(scope, one.Span, column => Term(AsText(column), text.Value, one.Span, isCased));
            case BinaryExpression { Operator: BinaryOperator.Search, Right: StringLiteral text } one:
                return BindScalar(one.Left, scope) is BoundColumn { Column: var column } ? Term(AsText(column), text.Value, one.Span, isCased) : Wrong;
            default:
                return BindPredicate(condition, scope);
        }
    }

    /// <summary>A term with stars at its ends: <c>"a*"</c> begins a word, <c>"*a"</c> ends one, <c>"*a*"</c> stands anywhere.</summary>
    private BoundExpression Term(BoundExpression value, string text, TextSpan span, bool isCased)
    {
        var operation = (text.StartsWith('*'), text.EndsWith('*')) switch
        {
            (true, true) => "contains",
            (true, false) => "hassuffix",
            (false, true) => "hasprefix",
            _ => "has",
        };
        var word = new BoundLiteral(text.Trim('*'), KqlType.String) { Span = span };
        return BindOperator(isCased ? operation + "_cs" : operation, span, span, value, word);
    }
}
