using Drever.Functions.Values;
using Drever.Sql;

namespace Drever.Functions.Scalar.Arrays;

/// <summary>Source: Kusto reference, "array_rotate_right()": a negative count goes the other way.</summary>
internal sealed class ArrayRotateRight : ArrayFunction
{
    public override IReadOnlyList<string> Signatures => ["array_rotate_right(array: dynamicarray, rotate_count: integer): param0 foldable"];

    public override string Doc => "The array with its elements moved to the right, those that leave coming in at the other end.";

    public override IReadOnlyList<Example> Examples =>
    [
        new("array_rotate_right(dynamic([1,2,3,4,5]), 2)", "[4,5,1,2,3]"),
        new("array_rotate_right(dynamic([1,2,3,4,5]), -2)", "[3,4,5,1,2]"),
        new("array_rotate_right(dynamic([1,2,3,4,5]), 7)", "[4,5,1,2,3]"),
    ];

    protected override SqlExpression Change(ScalarCall call, SqlExpression array) => Expr.Call("arrayRotateRight", array, call[1].Position(0));
}
