using System.Collections.Immutable;
using Drever.Kql.Symbols;
using Drever.Sql;

namespace Drever.Functions.Aggregates;

/// <summary>
/// Kusto reference, "take_any()", "take_anyif()": some row. Of one column a value that is neither null nor empty, where there is one.
/// </summary>
internal abstract class AnyAggregate(int conditionAt, params string[] declarations) : AggregateFunction
{
    public override IReadOnlyList<string> Signatures { get; } = declarations;

    public override SqlValue Lower(ScalarCall call) => LowerMany(call)[0];

    public override ImmutableArray<SqlValue> LowerMany(ScalarCall call)
    {
        var condition = Aggregation.Condition(call, conditionAt);
        if (conditionAt >= 0 || call.Count == 1)
            return [One(call with { Type = call[0].Type }, condition)];
        ImmutableArray<SqlValue> values = [.. call.Arguments.Select(Aggregation.Wide)];
        var row = Expr.Call("any", Expr.Tuple([.. values.Select(v => v.Sql)]));
        return [.. values.Select((v, i) => v with { Sql = Expr.Call("tupleElement", row, Expr.Number(i + 1)) })];
    }

    private static SqlValue One(ScalarCall call, SqlValue? condition)
    {
        var value = call[0];
        if (value.Type is not (KqlType.String or KqlType.Dynamic))
            return Aggregation.Pick(call, "any", value, condition);
        var present = Expr.NotEqual(value.Sql, Expr.Text(""));
        return call.ReturnsNotNull(Expr.Call("anyIf", value.Sql, condition is { } filter ? Expr.And(filter.Sql, present) : present));
    }
}

internal sealed class TakeAny() : AnyAggregate(
    -1,
    "take_any(expr: star? scalar{1,}): custom",
    "any(expr: scalar): param0 as PrefixAndFirstArgument(any) hidden obsolete -> take_any",
    "any(expr: scalar{2,}): custom as PrefixAndFirstArgument(any) hidden obsolete -> take_any",
    "any(expr: star scalar): custom as PrefixAndFirstArgument(any) hidden obsolete -> take_any")
{
    public override string Doc => "Values of some row.";

    public override IReadOnlyList<Example> Examples { get; } =
        [new("take_any(x)", "7") { Over = "datatable(x: long)[long(null), 7]" }, new("take_any(s)", "a") { Over = "datatable(s: string)[\"\", \"a\"]" }];
}

internal sealed class TakeAnyIf() : AnyAggregate(
    1,
    "take_anyif(expr: scalar, predicate: bool): param0 as FirstArgument",
    "anyif(expr: scalar, predicate: bool): param0 as PrefixAndFirstArgument(anyif) hidden obsolete -> take_anyif")
{
    public override string Doc => "A value of some row that meets a condition.";

    public override IReadOnlyList<Example> Examples { get; } =
        [new("take_anyif(x, x > 2)", "3") { Over = "range x from 1 to 3 step 1" }, new("take_anyif(x, x > 5)", "") { Over = "range x from 1 to 3 step 1" }];
}
