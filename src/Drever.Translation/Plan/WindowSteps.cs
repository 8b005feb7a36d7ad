using System.Collections.Immutable;
using Drever.Functions;
using Drever.Kql.Binding;
using Drever.Kql.Symbols;

namespace Drever.Translation.Plan;

/// <summary>
/// Gives each window function that another one looks at, or a filter, a column of its own in a step before: the engine has its window
/// functions after WHERE and none inside another. Restart conditions become running numbers of segments there.
/// </summary>
internal sealed class WindowSteps(FunctionLibrary functions) : RelationRewriter
{
    protected override BoundRelation Visit(BoundRelation relation)
    {
        if (!BoundTree.Expressions(relation).Any(BoundTree.HasWindow))
            return relation;
        var steps = new WindowStepList();
        switch (relation)
        {
            case BoundProject project:
                project = project with { Definitions = Each(project.Definitions, d => d with { Value = Lift(d.Value, isStep: false, steps) }) };
                return project with { Input = steps.Over(project.Input) };
            case BoundExtend extend:
                extend = extend with { Definitions = Each(extend.Definitions, d => d with { Value = Lift(d.Value, isStep: false, steps) }) };
                return extend with { Input = steps.Over(extend.Input) };
            case BoundFilter filter:
                filter = filter with { Predicate = Lift(filter.Predicate, isStep: true, steps) };
                return filter with { Input = steps.Over(filter.Input) };
            case BoundSort sort:
                sort = sort with { Keys = Each(sort.Keys, k => k with { Value = Lift(k.Value, isStep: true, steps) }) };
                return sort with { Input = steps.Over(sort.Input) };
            case BoundSummarize summarize:
                summarize = summarize with
                {
                    Keys = Each(summarize.Keys, k => k with { Value = Lift(k.Value, isStep: true, steps) }),
                    Aggregates = Each(summarize.Aggregates, a => a with { Value = Lift(a.Value, isStep: true, steps) }),
                };
                return summarize with { Input = steps.Over(summarize.Input) };
            default:
                return relation;
        }
    }

    /// <param name="isStep">A window function found here becomes a step, and its column stands in its place.</param>
    private BoundExpression Lift(BoundExpression expression, bool isStep, WindowStepList steps)
    {
        if (!BoundTree.HasWindow(expression))
            return expression;
        if (expression is not BoundCall { Function.Kind: FunctionKind.Window } call)
            return BoundTree.WithChildren(expression, child => Lift(child, isStep, steps));
        var function = functions.Implementation(call.Function) as WindowFunction
            ?? throw new InvalidOperationException($"'{call.Function.Name}' has no lowering");
        if (function.Expand(call, functions) is { } expanded)
            return Lift(expanded, isStep, steps);
        var simple = call with { Arguments = Arguments(call, function, steps) };
        return isStep ? steps.Add(simple) : simple;
    }

    private ImmutableArray<BoundExpression> Arguments(BoundCall call, WindowFunction function, WindowStepList steps)
    {
        var restart = function.RestartOf(call, functions);
        var place = WindowFunction.RestartIndex(call.Signature);
        var others = restart is null || place > call.Arguments.Length ? call.Arguments : call.Arguments[..Math.Min(place, call.Arguments.Length)];
        ImmutableArray<BoundExpression> arguments = [.. others.Select(a => Lift(a, isStep: true, steps))];
        return restart is null or BoundLiteral { Value: false or null } ? arguments : arguments.Add(SegmentOf(Lift(restart, isStep: true, steps), steps));
    }

    /// <summary>How many restarts there were up to the row.</summary>
    private BoundColumn SegmentOf(BoundExpression restart, WindowStepList steps)
    {
        var sum = functions.FindFunction("row_cumsum") ?? throw new InvalidOperationException("row_cumsum() is not in the library");
        return steps.Add(new BoundCall(sum, sum.Signatures[0], [new BoundConversion(restart, KqlType.Long)], KqlType.Long));
    }
}

/// <summary>Columns to be made before a step, each after those it looks at.</summary>
internal sealed class WindowStepList
{
    private readonly Dictionary<ColumnSymbol, int> _levels = [];
    private readonly List<ColumnDefinition> _definitions = [];

    public BoundColumn Add(BoundCall value)
    {
        var column = new ColumnSymbol("step", value.Type);
        var below = BoundTree.All(value).OfType<BoundColumn>().Select(c => _levels.GetValueOrDefault(c.Column)).DefaultIfEmpty().Max();
        _levels.Add(column, below + 1);
        _definitions.Add(new ColumnDefinition(column, value));
        return new BoundColumn(column);
    }

    /// <summary>The input with the steps on it; they are no part of its result.</summary>
    public BoundRelation Over(BoundRelation input) =>
        _definitions.GroupBy(d => _levels[d.Column]).OrderBy(level => level.Key)
            .Aggregate(input, (below, level) => new BoundExtend(below, [.. level], input.Columns));
}
