using Drever.Functions.Values;
using Drever.Sql;

namespace Drever.Functions.Scalar.Json;

/// <summary>Property bags as the engine's arrays of (key, JSON text).</summary>
internal static class Bags
{
    /// <summary><c>Array(Tuple(String, String))</c>; what is no bag has none.</summary>
    public static SqlExpression Slots(SqlExpression json) => DynamicPaths.Ask("JSONExtractKeysAndValuesRaw", json);

    public static SqlExpression Key(SqlExpression slot) => Expr.Call("tupleElement", slot, Expr.Number(1));

    public static SqlExpression Item(SqlExpression slot) => Expr.Call("tupleElement", slot, Expr.Number(2));

    /// <summary>A bag of slots.</summary>
    public static SqlExpression FromSlots(SqlExpression slots) =>
        DynamicValues.BagOfSlots(Expr.Call("arrayMap", Expr.Lambda("slot", s => SlotText(Key(s), Item(s))), slots));

    /// <summary>A bag with one of its values, at a path of names, made into another, or removed.</summary>
    /// <param name="json">A bag, or anything, which then counts as an empty one.</param>
    /// <param name="steps">One name at least.</param>
    /// <param name="item">The new JSON text; null removes.</param>
    public static SqlExpression With(SqlExpression json, IReadOnlyList<object> steps, SqlExpression? item) => With(json, steps, 0, item);

    private static SqlExpression With(SqlExpression json, IReadOnlyList<object> steps, int depth, SqlExpression? item)
    {
        var name = Expr.Text(steps[depth] as string ?? "");
        var slots = Slots(json);
        if (depth == steps.Count - 1)
        {
            var others = Expr.Call("arrayFilter", Expr.Lambda("slot", s => Expr.NotEqual(Key(s), name)), slots);
            return FromSlots(item is null ? others : Expr.Call("arrayPushBack", others, Expr.Tuple(name, item)));
        }

        // each level has a variable of its own: the inner one stands inside the outer one's lambda
        var variable = "slot" + depth.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var changed = Expr.Call(
            "arrayMap",
            Expr.Lambda(variable, s => Expr.Tuple(Key(s), Expr.If(Expr.Equal(Key(s), name), With(Item(s), steps, depth + 1, item), Item(s)))),
            slots);
        if (item is null)
            return FromSlots(changed);
        return FromSlots(Expr.If(
            Expr.Call("has", DynamicPaths.Ask("JSONExtractKeys", json), name),
            changed,
            Expr.Call("arrayPushBack", slots, Expr.Tuple(name, With(Expr.Text("{}"), steps, depth + 1, item)))));
    }

    private static SqlExpression SlotText(SqlExpression key, SqlExpression item) => Expr.Call("concat", Expr.Call("toJSONString", key), Expr.Text(":"), item);
}
