using System.Globalization;
using Drever.Functions.Values;
using Drever.Sql;

namespace Drever.Functions.Scalar.Json;

/// <summary>
/// Source: Kusto reference, "dynamic_to_json()": the canonical form has the keys of every bag in order. The engine has no recursion: bags and
/// arrays are put in order to a depth of <see cref="Depth"/>, deeper ones stay as they are.
/// </summary>
internal sealed class DynamicToJson : ScalarFunction
{
    private const int Depth = 4;

    public override IReadOnlyList<string> Signatures => ["dynamic_to_json(dynamic: scalar): string foldable"];

    public override string Doc => "A dynamic value as canonical JSON text, with the keys of bags in order.";

    public override IReadOnlyList<Example> Examples =>
    [
        new("""dynamic_to_json(dynamic({"Y10":{},"X8":{"c3":1,"a4":[{"z":1,"b":2}]},"D1":114}))""", """{"D1":114,"X8":{"a4":[{"b":2,"z":1}],"c3":1},"Y10":{}}"""),
        new("dynamic_to_json(dynamic([1,2]))", "[1,2]"),
        new("dynamic_to_json(dynamic(5))", "5"),
    ];

    public override SqlValue Lower(ScalarCall call) => call.Text(Once.Use("json", call[0].ToDynamic(), json => Canonical(json, 0)));

    private static SqlExpression Canonical(SqlExpression json, int depth)
    {
        if (depth == Depth)
            return json;
        var level = depth.ToString(CultureInfo.InvariantCulture);
        var slots = Expr.Call("arraySort", Expr.Call("JSONExtractKeysAndValuesRaw", json));
        var slotTexts = Expr.Call(
            "arrayMap",
            Expr.Lambda("slot" + level, s => Expr.Call("concat", DynamicShapes.Quote(Bags.Key(s)), Expr.Text(":"), Canonical(Bags.Item(s), depth + 1))),
            slots);
        var items = Expr.Call("arrayMap", Expr.Lambda("item" + level, i => Canonical(i, depth + 1)), Expr.Call("JSONExtractArrayRaw", json));
        return Expr.Call(
            "multiIf",
            DynamicArrays.IsBag(json), DynamicValues.BagOfSlots(slotTexts),
            DynamicArrays.IsArray(json), DynamicArrays.FromItems(items),
            json);
    }
}
