using Drever.Functions.Values;
using Drever.Sql;

namespace Drever.Functions.Scalar.Arrays;

/// <summary>Source: Kusto reference, "array_rotate_left()": a negative count goes the other way.</summary>
internal sealed class ArrayRotateLeft : ArrayFunction
{
    public override IReadOnlyList<string> Signatures => ["array_rotate_left(array: dynamicarray, rotate_count: integer): param0 foldable"];

    public override string Doc => "The array with its elements moved to the left, those that leave coming in at the other end.";

    public override IReadOnlyList<Example> Examples =>
    [
        new("array_rotate_left(dynamic([1,2,3,4,5]), 2)", "[3,4,5,1,2]"),
        new("array_rotate_left(dynamic([1,2,3,4,5]), -2)", "[4,5,1,2,3]"),
        new("array_rotate_left(dynamic([1,2,3,4,5]), 7)", "[3,4,5,1,2]"),
    ];

    protected override SqlExpression Change(ScalarCall call, SqlExpression array) => Expr.Call("arrayRotateLeft", array, call[1].Position(0));
}
