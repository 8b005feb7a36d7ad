using Drever.Functions.Values;
using Drever.Kql.Symbols;
using Drever.Sql;

namespace Drever.Functions.Scalar.Arrays;

/// <summary>Source: Kusto reference, "array_split()": a position begins a new part; negative ones count from the end.</summary>
internal sealed class ArraySplit : ArrayFunction
{
    public override IReadOnlyList<string> Signatures =>
    [
        "array_split(array: dynamicarray, index: integer): param0 foldable",
        "array_split(array: dynamicarray, indices: dynamicarray): param0 foldable",
    ];

    public override string Doc => "An array cut into several at given positions.";

    public override IReadOnlyList<Example> Examples =>
    [
        new("array_split(dynamic([1,2,3,4,5]), 2)", "[[1,2],[3,4,5]]"),
        new("array_split(dynamic([1,2,3,4,5]), dynamic([1,3]))", "[[1],[2,3],[4,5]]"),
        new("array_split(dynamic([1,2,3,4,5]), -2)", "[[1,2,3],[4,5]]"),
    ];

    protected override bool KeepsStrings => false;

    protected override SqlExpression Change(ScalarCall call, SqlExpression array)
    {
        var length = Expr.Call("toInt64", Expr.Call("length", array));
        var given = call[1].Type == KqlType.Dynamic
            ? DynamicPaths.Extract(call[1].Sql, SqlType.Array(SqlType.Int64))
            : Expr.Array(call[1].Position(0));
        var places = Expr.Call("arraySort", Expr.Call(
            "arrayMap",
            Expr.Lambda("place", p => Expr.Call(
                "greatest", Expr.Number(0), Expr.Call("least", length, Expr.If(Expr.Less(p, Expr.Number(0)), Expr.Add(length, p), p)))),
            given));
        return Expr.Call(
            "arrayMap",
            Expr.Lambda("begin", "end", (begin, end) => DynamicArrays.FromItems(
                Expr.Call("arraySlice", array, Expr.Add(begin, Expr.Number(1)), Expr.Subtract(end, begin)))),
            Expr.Call("arrayPushFront", places, Expr.Number(0)),
            Expr.Call("arrayPushBack", places, length));
    }
}
