using System.Collections.Immutable;
using Drever.Kql.Binding;

namespace Drever.Translation.Plan;

/// <summary>
/// Rebuilds a bound tree bottom-up. A node whose inputs stay the same is kept, so that what a rule does not touch is not copied.
/// Relations inside expressions (toscalar, in) are rewritten too.
/// </summary>
internal abstract class RelationRewriter
{
    public BoundRelation Rewrite(BoundRelation relation)
    {
        var rebuilt = RewriteInputs(relation);
        return Visit(rebuilt);
    }

    /// <summary>The node after its inputs have been rewritten.</summary>
    protected abstract BoundRelation Visit(BoundRelation relation);

    private BoundRelation RewriteInputs(BoundRelation relation)
    {
        switch (relation)
        {
            case BoundJoin join:
                var left = Rewrite(join.Left);
                var right = Rewrite(join.Right);
                var keys = Each(join.Keys, k => new JoinKey(RewriteIn(k.Left), RewriteIn(k.Right)));
                return ReferenceEquals(left, join.Left) && ReferenceEquals(right, join.Right) && keys == join.Keys
                    ? join
                    : join with { Left = left, Right = right, Keys = keys };
            case BoundUnion union:
                var legs = Each(union.Legs, l => l with { Input = Rewrite(l.Input) });
                return legs == union.Legs ? union : union with { Legs = legs };
            case BoundMvApply apply:
                return RewriteOwn(apply with { Input = Rewrite(apply.Input), Subquery = Rewrite(apply.Subquery) });
            case BoundUnary unary:
                var input = Rewrite(unary.Input);
                return RewriteOwn(ReferenceEquals(input, unary.Input) ? unary : unary with { Input = input });
            case BoundPending pending:
                return pending with { Inputs = Each(pending.Inputs, Rewrite) };
            default:
                return RewriteOwn(relation);
        }
    }

    private BoundRelation RewriteOwn(BoundRelation relation)
    {
        if (!BoundTree.Expressions(relation).SelectMany(BoundTree.All).Any(e => BoundTree.Subquery(e) is not null))
            return relation;
        return relation switch
        {
            BoundFilter filter => filter with { Predicate = RewriteIn(filter.Predicate) },
            BoundProject project => project with { Definitions = Each(project.Definitions, RewriteIn) },
            BoundExtend extend => extend with { Definitions = Each(extend.Definitions, RewriteIn) },
            BoundSummarize s => s with { Keys = Each(s.Keys, RewriteIn), Aggregates = Each(s.Aggregates, a => a with { Value = RewriteIn(a.Value) }) },
            BoundSort sort => sort with { Keys = Each(sort.Keys, k => k with { Value = RewriteIn(k.Value) }) },
            BoundTake take => take with { Count = RewriteIn(take.Count) },
            BoundSample sample => sample with { Count = RewriteIn(sample.Count) },
            BoundRange range => range with { From = RewriteIn(range.From), To = RewriteIn(range.To), Step = RewriteIn(range.Step) },
            BoundDataTable table => table with { Rows = Each(table.Rows, row => Each(row, RewriteIn)) },
            BoundMvExpand e => e with { Items = Each(e.Items, RewriteIn), RowLimit = Optional(e.RowLimit) },
            BoundMvApply a => a with { Items = Each(a.Items, RewriteIn), RowLimit = Optional(a.RowLimit) },
            BoundMakeSeries m => m with
            {
                Series = Each(m.Series, s => s with { Aggregate = RewriteIn(s.Aggregate), Default = Optional(s.Default) }),
                Axis = RewriteIn(m.Axis),
                From = Optional(m.From),
                To = Optional(m.To),
                Step = RewriteIn(m.Step),
                Keys = Each(m.Keys, RewriteIn),
            },
            BoundParse parse => parse with { Value = RewriteIn(parse.Value) },
            BoundParseKv parse => parse with { Value = RewriteIn(parse.Value) },
            _ => relation,
        };
    }

    private ColumnDefinition RewriteIn(ColumnDefinition definition) => definition with { Value = RewriteIn(definition.Value) };

    private ExpandItem RewriteIn(ExpandItem item) => item with { Value = RewriteIn(item.Value) };

    private BoundExpression? Optional(BoundExpression? expression) => expression is null ? null : RewriteIn(expression);

    private BoundExpression RewriteIn(BoundExpression expression)
    {
        switch (expression)
        {
            case BoundScalarQuery scalar:
                return scalar with { Query = Rewrite(scalar.Query) };
            case BoundTableArgument table:
                return table with { Query = Rewrite(table.Query) };
            case BoundCall call:
                var arguments = Each(call.Arguments, RewriteIn);
                return arguments == call.Arguments ? call : call with { Arguments = arguments };
            case BoundMember member:
                var target = RewriteIn(member.Target);
                return ReferenceEquals(target, member.Target) ? member : member with { Target = target };
            case BoundElement element:
                return element with { Target = RewriteIn(element.Target), Index = RewriteIn(element.Index) };
            case BoundConversion conversion:
                var operand = RewriteIn(conversion.Operand);
                return ReferenceEquals(operand, conversion.Operand) ? conversion : conversion with { Operand = operand };
            default:
                return expression;
        }
    }

    /// <summary>Maps an array; the same array when nothing changed.</summary>
    protected static ImmutableArray<T> Each<T>(ImmutableArray<T> items, Func<T, T> map)
    {
        ImmutableArray<T>.Builder? changed = null;
        for (var i = 0; i < items.Length; i++)
        {
            var item = map(items[i]);
            if (changed is null && !EqualityComparer<T>.Default.Equals(item, items[i]))
            {
                changed = ImmutableArray.CreateBuilder<T>(items.Length);
                changed.AddRange(items.AsSpan(0, i));
            }

            changed?.Add(item);
        }

        return changed?.ToImmutable() ?? items;
    }
}
