using System.Collections.Immutable;
using Drever.Kql.Binding;
using Drever.Kql.Symbols;

namespace Drever.Translation.Plan;

/// <summary>Walks over bound trees: what stands directly below a node, and everything below it.</summary>
internal static class BoundTree
{
    /// <summary>The relations that a relation reads from.</summary>
    public static IEnumerable<BoundRelation> Inputs(BoundRelation relation) => relation switch
    {
        BoundMvApply apply => [apply.Input, apply.Subquery],
        BoundUnary unary => [unary.Input],
        BoundJoin join => [join.Left, join.Right],
        BoundUnion union => union.Legs.Select(l => l.Input),
        BoundPending pending => pending.Inputs,
        ScopedScan scoped => [scoped.Scan],
        _ => [],
    };

    /// <summary>The expressions that a relation itself evaluates.</summary>
    public static IEnumerable<BoundExpression> Expressions(BoundRelation relation) => relation switch
    {
        BoundFilter filter => [filter.Predicate],
        BoundProject project => project.Definitions.Select(d => d.Value),
        BoundExtend extend => extend.Definitions.Select(d => d.Value),
        BoundSummarize summarize => [.. summarize.Keys.Select(k => k.Value), .. summarize.Aggregates.Select(a => a.Value)],
        BoundSort sort => sort.Keys.Select(k => k.Value),
        BoundTake take => [take.Count],
        BoundSample sample => [sample.Count],
        BoundJoin join => join.Keys.SelectMany(k => new[] { k.Left, k.Right }),
        BoundRange range => [range.From, range.To, range.Step],
        BoundDataTable table => table.Rows.SelectMany(r => r),
        BoundMvExpand expand => Present([.. expand.Items.Select(i => i.Value), expand.RowLimit]),
        BoundMvApply apply => Present([.. apply.Items.Select(i => i.Value), apply.RowLimit]),
        BoundMakeSeries series => Present(
        [
            series.Axis.Value, series.From, series.To, series.Step, .. series.Keys.Select(k => k.Value),
            .. series.Series.Select(s => s.Aggregate), .. series.Series.Select(s => s.Default),
        ]),
        BoundParse parse => [parse.Value],
        BoundParseKv parse => [parse.Value],
        _ => [],
    };

    public static IEnumerable<BoundExpression> Children(BoundExpression expression) => expression switch
    {
        BoundCall call => call.Arguments,
        BoundMember member => [member.Target],
        BoundElement element => [element.Target, element.Index],
        BoundConversion conversion => [conversion.Operand],
        BoundTupleItem item => [item.Tuple],
        _ => [],
    };

    /// <summary>The same expression over other children.</summary>
    public static BoundExpression WithChildren(BoundExpression expression, Func<BoundExpression, BoundExpression> map) => expression switch
    {
        BoundCall call => call with { Arguments = [.. call.Arguments.Select(map)] },
        BoundMember member => member with { Target = map(member.Target) },
        BoundElement element => element with { Target = map(element.Target), Index = map(element.Index) },
        BoundConversion conversion => conversion with { Operand = map(conversion.Operand) },
        BoundTupleItem item => item with { Tuple = map(item.Tuple) },
        _ => expression,
    };

    public static bool HasWindow(BoundExpression expression) =>
        All(expression).Any(e => e is BoundCall { Function.Kind: FunctionKind.Window });

    /// <summary>The relation inside a value: toscalar(), a table argument.</summary>
    public static BoundRelation? Subquery(BoundExpression expression) => expression switch
    {
        BoundScalarQuery scalar => scalar.Query,
        BoundTableArgument table => table.Query,
        _ => null,
    };

    /// <summary>The expression and all below it, without the relations inside.</summary>
    public static IEnumerable<BoundExpression> All(BoundExpression expression)
    {
        var open = new Stack<BoundExpression>();
        open.Push(expression);
        while (open.TryPop(out var next))
        {
            yield return next;
            foreach (var child in Children(next))
                open.Push(child);
        }
    }

    /// <summary>The relation and all relations below it, those inside expressions too.</summary>
    public static IEnumerable<BoundRelation> All(BoundRelation relation)
    {
        var open = new Stack<BoundRelation>();
        open.Push(relation);
        while (open.TryPop(out var next))
        {
            yield return next;
            foreach (var input in Inputs(next))
                open.Push(input);
            foreach (var subquery in Expressions(next).SelectMany(All).Select(Subquery))
            {
                if (subquery is not null)
                    open.Push(subquery);
            }
        }
    }

    private static ImmutableArray<BoundExpression> Present(ReadOnlySpan<BoundExpression?> expressions)
    {
        var present = ImmutableArray.CreateBuilder<BoundExpression>(expressions.Length);
        foreach (var expression in expressions)
        {
            if (expression is not null)
                present.Add(expression);
        }

        return present.ToImmutable();
    }
}
