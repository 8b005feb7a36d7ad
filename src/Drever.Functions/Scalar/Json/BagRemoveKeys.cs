using System.Text.Json;
using Drever.Functions.Values;
using Drever.Sql;

namespace Drever.Functions.Scalar.Json;

/// <summary>Source: Kusto reference, "bag_remove_keys()": a key may be a path from <c>$</c> when the list is constant.</summary>
internal sealed class BagRemoveKeys : ScalarFunction
{
    public override IReadOnlyList<string> Signatures => ["bag_remove_keys(bag: dynamicbag, keys: dynamicarray): custom foldable"];

    public override string Doc => "A bag without some of its properties.";

    public override IReadOnlyList<Example> Examples =>
    [
        new("""bag_remove_keys(dynamic({"key1":123,"key2":"abc"}), dynamic(["key2","key4"]))""", """{"key1":123}"""),
        new("""bag_remove_keys(dynamic({"key1":123,"key2":{"prop1":"abc","prop2":"xyz"},"key3":[100,200]}), dynamic(["$.key2.prop1","key3"]))""",
            """{"key1":123,"key2":{"prop2":"xyz"}}"""),
        new("""bag_remove_keys(dynamic(null), dynamic(["a"]))""", ""),
    ];

    public override SqlValue Lower(ScalarCall call)
    {
        var bag = call[0].Sql;
        var without = Bags.FromSlots(Expr.Call(
            "arrayFilter", Expr.Lambda("slot", s => Expr.Not(Expr.Call("has", call[1].DynamicTexts(), Bags.Key(s)))), Bags.Slots(bag)));
        foreach (var path in Paths(Constants.Json(call.Bound[1])))
            without = Bags.With(without, path, null);
        return call.NullUnless(DynamicArrays.IsBag(bag), without);
    }

    private static IEnumerable<IReadOnlyList<object>> Paths(string? keys)
    {
        foreach (var key in ConstantArrays.Items(keys) ?? [])
        {
            if (key.ValueKind == JsonValueKind.String && JsonPath.Parse(key.GetString()!) is { Count: > 0 } path && path.All(step => step is string))
                yield return path;
        }
    }
}
