using Drever.Functions.Values;
using Drever.Sql;

namespace Drever.Functions.Scalar.Arrays;

/// <summary>Source: Kusto reference, "array_slice()": both ends belong to it; negative positions count from the end.</summary>
internal sealed class ArraySlice : ArrayFunction
{
    public override IReadOnlyList<string> Signatures => ["array_slice(array: dynamicarray, start: integer, end: integer): param0 foldable"];

    public override string Doc => "A part of an array, from one position to another, both included.";

    public override IReadOnlyList<Example> Examples =>
    [
        new("array_slice(dynamic([1,2,3]), 1, 2)", "[2,3]"),
        new("array_slice(dynamic([1,2,3,4,5]), 2, -1)", "[3,4,5]"),
        new("array_slice(dynamic([1,2,3,4,5]), -3, -2)", "[3,4]"),
        new("array_slice(dynamic([1,2,3]), 5, 7)", "[]"),
        new("array_slice(dynamic([1,2,3]), -9, 1)", "[1,2]"),
        new("array_slice(dynamic(null), 0, 1)", ""),
    ];

    protected override SqlExpression Change(ScalarCall call, SqlExpression array)
    {
        var length = Expr.Call("toInt64", Expr.Call("length", array));
        var start = Expr.Call("greatest", FromStart(call[1].Position(0), length), Expr.Number(0));
        var end = FromStart(call[2].Position(-1), length);
        return Expr.Call(
            "arraySlice",
            array,
            Expr.Add(start, Expr.Number(1)),
            Expr.Call("greatest", Expr.Add(Expr.Subtract(end, start), Expr.Number(1)), Expr.Number(0)));
    }

    private static SqlExpression FromStart(SqlExpression position, SqlExpression length) => position is SqlInteger { Value: >= 0 }
        ? position
        : Once.Use("position", position, p => Expr.If(Expr.Less(p, Expr.Number(0)), Expr.Add(length, p), p));
}
