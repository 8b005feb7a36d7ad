using Drever.Functions.Values;
using Drever.Sql;

namespace Drever.Functions.Scalar.Arrays;

/// <summary>
/// Source: Kusto reference, "array_index_of()": from 0, -1 when there is none, null for what is no array. A negative start counts from the
/// end; a length of -1 is unlimited.
/// </summary>
internal sealed class ArrayIndexOf : ScalarFunction
{
    public override IReadOnlyList<string> Signatures =>
        ["array_index_of(array: dynamicarray, value: scalar, start: integer?, length: integer?, occurrence: const integer?): long foldable"];

    public override string Doc => "The position of a value in an array, from 0; -1 when it is not there.";

    public override IReadOnlyList<Example> Examples =>
    [
        new("""array_index_of(dynamic(["this","is","an","example","an","example"]), "an")""", "2"),
        new("""array_index_of(dynamic(["this","is","an","example","an","example"]), "example", 1, 3)""", "3"),
        new("""array_index_of(dynamic(["this","is","an","example","an","example"]), "example", 1, 2)""", "-1"),
        new("""array_index_of(dynamic(["this","is","an","example","an","example"]), "is", 2, 4)""", "-1"),
        new("""array_index_of(dynamic(["this","is","an","example","an","example"]), "an", 1, -1, 2)""", "4"),
        new("""array_index_of(dynamic(["this","is","an","example","an","example"]), "an", 1, -1, 3)""", "-1"),
        new("""array_index_of(dynamic(["this","is","an","example","an","example"]), "an", -3)""", "4"),
        new("""array_index_of(split("a b", " "), "b")""", "1"),
        new("array_index_of(dynamic([1,2]), 2)", "1"),
        new("array_index_of(dynamic(null), 2)", ""),
    ];

    public override SqlValue Lower(ScalarCall call)
    {
        var found = DynamicArrays.TextsOf(call[0].Sql) is { } texts && call[1].Type == Kql.Symbols.KqlType.String
            ? Find(call, texts, call[1].Sql)
            : Find(call, call[0].DynamicItems(), call[1].ToItem());
        return DynamicArrays.IsSurelyArray(call[0].Sql)
            ? call.ReturnsNotNull(found)
            : call.NullUnless(DynamicArrays.IsArray(call[0].Sql), found);
    }

    private static SqlExpression Find(ScalarCall call, SqlExpression array, SqlExpression item)
    {
        if (call.Count == 2)
            return Expr.Subtract(Expr.Call("indexOf", array, item), Expr.Number(1));
        return Once.Use("array", array, all =>
        {
            var count = Expr.Call("toInt64", Expr.Call("length", all));
            var start = Once.Use("start", call[2].Position(0), s => Expr.If(Expr.Less(s, Expr.Number(0)), Expr.Call("greatest", Expr.Number(0), Expr.Add(count, s)), s));
            var length = call.Count > 3 ? call[3].Position(-1) : Expr.Number(-1);
            var end = Expr.If(Expr.Less(length, Expr.Number(0)), count, Expr.Add(start, length));
            var places = Expr.Call(
                "arrayFilter",
                Expr.Lambda("place", "item", (place, i) => Expr.And(
                    Expr.Equal(i, item), Expr.And(Expr.Greater(place, start), Expr.LessOrEqual(place, end)))),
                Expr.Call("arrayEnumerate", all),
                all);
            var occurrence = call.Count > 4 ? Constants.Integer(call.Bound[4]) ?? 1 : 1;
            return Expr.Subtract(Expr.Call("toInt64", places.At(occurrence)), Expr.Number(1));
        });
    }
}
