using Drever.Functions.Values;
using Drever.Sql;

namespace Drever.Functions.Scalar.Json;

/// <summary>Source: Kusto reference, "bag_merge()": of the values of one key the leftmost bag's is taken. What is no bag adds nothing.</summary>
internal sealed class BagMerge : ScalarFunction
{
    public override IReadOnlyList<string> Signatures => ["bag_merge(bag: dynamicbag{2,64}): custom foldable"];

    public override string Doc => "One bag with the properties of several.";

    public override IReadOnlyList<Example> Examples =>
    [
        new("""bag_merge(dynamic({"A1":12,"B1":2,"C1":3}), dynamic({"A2":81,"B2":82,"A1":1}))""", """{"A1":12,"B1":2,"C1":3,"A2":81,"B2":82}"""),
        new("""bag_merge(dynamic({"a":1}), dynamic(null))""", """{"a":1}"""),
        new("bag_merge(dynamic(null), dynamic(null))", ""),
    ];

    public override SqlValue Lower(ScalarCall call)
    {
        var slots = Expr.Call("arrayConcat", [.. call.Arguments.Select(a => Bags.Slots(a.Sql))]);

        // the first slot of each key: its number among equal keys is 1
        var merged = Once.Use("slots", slots, all => Bags.FromSlots(Expr.Call(
            "arrayFilter",
            Expr.Lambda("slot", "number", (_, n) => Expr.Equal(n, Expr.Number(1))),
            all,
            Expr.Call("arrayEnumerateUniq", Expr.Call("arrayMap", Expr.Lambda("slot", Bags.Key), all)))));
        var some = call.Arguments.Select(a => DynamicArrays.IsBag(a.Sql)).Aggregate(Expr.Or);
        return call.NullUnless(some, merged);
    }
}
