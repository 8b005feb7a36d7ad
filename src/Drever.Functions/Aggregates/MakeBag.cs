using Drever.Functions.Values;
using Drever.Sql;

namespace Drever.Functions.Aggregates;

/// <summary>Kusto reference, "make_bag()", "make_bag_if()": of a key that several bags have, the value of the first one that is met.</summary>
internal abstract class BagAggregate(int conditionAt, params string[] declarations) : AggregateFunction
{
    public override IReadOnlyList<string> Signatures { get; } = declarations;

    public override SqlValue Lower(ScalarCall call)
    {
        var slots = Aggregation.Over(
            "groupArrayArray", Aggregation.Condition(call, conditionAt), DynamicPaths.Ask("JSONExtractKeysAndValuesRaw", call[0].Sql));
        var limit = Collections.Limit(call, conditionAt < 0 ? 1 : 2);
        return call.ReturnsNotNull(Once.Use("slots", slots, all =>
        {
            var keys = Expr.Call("arrayMap", Expr.Lambda("slot", s => Part(s, 1)), all);
            var first = Expr.Call(
                "arrayFilter", Expr.Lambda("slot", "time", (_, time) => Expr.Equal(time, Expr.Number(1))), all, Expr.Call("arrayEnumerateUniq", keys));
            return DynamicValues.BagOfSlots(Expr.Call(
                "arrayMap",
                Expr.Lambda("slot", s => Expr.Call("concat", Expr.Call("toJSONString", Part(s, 1)), Expr.Text(":"), Part(s, 2))),
                Expr.Call("arraySlice", first, Expr.Number(1), limit)));
        }));
    }

    private static SqlExpression Part(SqlExpression slot, int number) => Expr.Call("tupleElement", slot, Expr.Number(number));
}

internal sealed class MakeBag() : BagAggregate(
    -1,
    "make_bag(expr: dynamicbag, maxSize: integer?): dynamic as PrefixAndFirstArgument(bag)",
    "make_dictionary(expr: dynamicbag, maxSize: integer?): dynamic as PrefixAndFirstArgument(dictionary) hidden")
{
    public override string Doc => "All bags in one.";

    public override IReadOnlyList<Example> Examples { get; } =
    [
        new("make_bag(bag_pack(k, v))", "{\"a\":1,\"b\":2}") { Over = "datatable(k: string, v: long)[\"a\", 1, \"b\", 2] | sort by k asc" },
        new("make_bag(d)", "{}") { Over = "datatable(d: dynamic)[dynamic(null)]" },
    ];
}

internal sealed class MakeBagIf() : BagAggregate(1, "make_bag_if(expr: dynamicbag, predicate: bool, maxSize: integer?): dynamic as PrefixAndFirstArgument(bag)")
{
    public override string Doc => "The bags of rows that meet a condition, in one.";

    public override IReadOnlyList<Example> Examples { get; } =
        [new("make_bag_if(bag_pack(k, v), v > 1)", "{\"b\":2}") { Over = "datatable(k: string, v: long)[\"a\", 1, \"b\", 2]" }];
}
