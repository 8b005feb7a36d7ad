using Drever.Kql.Binding;
using Drever.Kql.Symbols;
using Drever.Translation.Plan;

namespace Drever.Translation.Rules;

/// <summary>Predicates as lists of what must all be true.</summary>
internal static class Conjuncts
{
    private const string And = "and";

    public static void Split(BoundExpression predicate, List<BoundExpression> into)
    {
        if (predicate is BoundCall { Function: { Kind: FunctionKind.Operator, Name: And } } call)
        {
            foreach (var argument in call.Arguments)
                Split(argument, into);
        }
        else
        {
            into.Add(predicate);
        }
    }

    /// <summary>One filter for each, so that nothing has to be put together again: the lowering writes them into one WHERE.</summary>
    public static BoundRelation Filter(BoundRelation input, IEnumerable<BoundExpression> conjuncts) =>
        conjuncts.Aggregate(input, (relation, conjunct) => new BoundFilter(relation, conjunct) { Span = conjunct.Span });

    public static bool NamesOnly(BoundExpression expression, Func<ColumnSymbol, bool> allowed) =>
        BoundTree.All(expression).OfType<BoundColumn>().All(c => allowed(c.Column));

    /// <summary>The expression over other columns. What stands for a column may itself be any expression.</summary>
    public static BoundExpression Replace(BoundExpression expression, Func<ColumnSymbol, BoundExpression> with) => expression switch
    {
        BoundColumn column => with(column.Column),
        BoundCall call => call with { Arguments = [.. call.Arguments.Select(a => Replace(a, with))] },
        BoundMember member => member with { Target = Replace(member.Target, with) },
        BoundElement element => element with { Target = Replace(element.Target, with), Index = Replace(element.Index, with) },
        BoundConversion conversion => conversion with { Operand = Replace(conversion.Operand, with) },
        BoundTupleItem item => item with { Tuple = Replace(item.Tuple, with) },
        _ => expression,
    };
}
