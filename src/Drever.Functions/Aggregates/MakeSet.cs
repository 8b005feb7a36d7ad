using Drever.Functions.Values;
using Drever.Kql.Symbols;
using Drever.Sql;

namespace Drever.Functions.Aggregates;

/// <summary>Kusto reference, "make_set()", "make_set_if()": in no order; of arrays, the set of their elements.</summary>
internal abstract class SetAggregate(int conditionAt, params string[] declarations) : AggregateFunction
{
    public override IReadOnlyList<string> Signatures { get; } = declarations;

    public override SqlValue Lower(ScalarCall call)
    {
        var value = Aggregation.Wide(call[0]);
        var condition = Aggregation.Condition(call, conditionAt);
        var limit = Collections.Limit(call, conditionAt < 0 ? 1 : 2);
        var set = value.Type == KqlType.Dynamic
            ? Aggregation.OverWith("groupUniqArrayArray", limit, condition, ElementsOf(value))
            : Aggregation.OverWith("groupUniqArray", limit, condition, value.Sql);
        return call.ReturnsNotNull(Collections.ToDynamic(set, value.Type));
    }

    private static SqlExpression ElementsOf(SqlValue value) => Expr.Call(
        "multiIf",
        DynamicArrays.IsArray(value.Sql),
        Expr.Call("arrayFilter", Expr.Lambda("item", i => Expr.NotEqual(i, Expr.Text("null"))), value.DynamicItems()),
        value.IsNull(),
        Expr.Call("emptyArrayString"),
        Expr.Array(value.Sql));
}

internal sealed class MakeSet() : SetAggregate(
    -1,
    "make_set(expr: scalar, maxSize: integer?): dynamic as PrefixAndFirstArgument(set)",
    "makeset(expr: scalar, maxSize: integer?): dynamic as PrefixAndFirstArgument(set) hidden obsolete -> make_set")
{
    public override string Doc => "An array of the different values.";

    public override IReadOnlyList<Example> Examples { get; } =
    [
        new("array_sort_asc(make_set(x % 3))", "[0,1,2]") { Over = "range x from 1 to 9 step 1" },
        new("make_set(s)", "[\"a\"]") { Over = "datatable(s: string)[\"a\", \"a\"]" },
        new("make_set(x)", "[]") { Over = "datatable(x: long)[long(null)]" },
        new("array_length(make_set(x, 4))", "4") { Over = "range x from 1 to 9 step 1" },
        new("array_sort_asc(make_set(d))", "[\"a\",\"b\",\"c\"]") { Over = "datatable(d: dynamic)[dynamic([\"a\",\"b\"]), dynamic([\"b\",\"c\"]), dynamic(null)]" },
    ];
}

internal sealed class MakeSetIf() : SetAggregate(1, "make_set_if(expr: scalar, predicate: bool, maxSize: integer?): dynamic as PrefixAndFirstArgument(set)")
{
    public override string Doc => "An array of the different values of rows that meet a condition.";

    public override IReadOnlyList<Example> Examples { get; } =
        [new("array_sort_asc(make_set_if(x % 3, x > 7))", "[0,2]") { Over = "range x from 1 to 9 step 1" }];
}
