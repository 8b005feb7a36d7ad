using Drever.Functions.Values;
using Drever.Sql;

namespace Drever.Functions.Scalar.Arrays;

/// <summary>Source: Kusto reference, "array_shift_right()": a negative count goes the other way.</summary>
internal sealed class ArrayShiftRight : ArrayFunction
{
    public override IReadOnlyList<string> Signatures => ["array_shift_right(array: dynamicarray, shift_count: integer, default_value: scalar?): param0 foldable"];

    public override string Doc => "The array with its elements moved to the right, and a default, or null, where there is none now.";

    public override IReadOnlyList<Example> Examples =>
    [
        new("array_shift_right(dynamic([1,2,3,4,5]), 2)", "[null,null,1,2,3]"),
        new("array_shift_right(dynamic([1,2,3,4,5]), 2, -1)", "[-1,-1,1,2,3]"),
        new("array_shift_right(dynamic([1,2,3,4,5]), -2, -1)", "[3,4,5,-1,-1]"),
    ];

    protected override bool KeepsStrings => false;

    protected override SqlExpression Change(ScalarCall call, SqlExpression array) =>
        Expr.Call("arrayShiftRight", array, call[1].Position(0), call.Count == 3 ? call[2].ToItem() : Expr.Text("null"));
}
