using Drever.Functions.Values;
using Drever.Sql;

namespace Drever.Functions.Scalar.Arrays;

/// <summary>Source: Kusto reference, "array_sum()" and "series_sum()". An element that is no number makes the sum null.</summary>
internal sealed class ArraySum : ScalarFunction
{
    public override IReadOnlyList<string> Signatures => ["array_sum(array: dynamicarray): real hidden obsolete -> series_sum"];

    public override string Doc => "The sum of an array of numbers.";

    public override IReadOnlyList<Example> Examples =>
    [
        new("array_sum(dynamic([1,2,3,4]))", "10"),
        new("array_sum(dynamic([1.5,2]))", "3.5"),
        new("""array_sum(dynamic(["a",2]))""", ""),
    ];

    public override SqlValue Lower(ScalarCall call)
    {
        var items = call[0].DynamicItems();
        var sum = Expr.Call("arraySum", Expr.Call("arrayMap", Expr.Lambda("item", i => Expr.Call("toFloat64OrZero", i)), items));
        var numbers = Expr.Call("arrayAll", Expr.Lambda("item", i => Expr.IsNotNull(Expr.Call("toFloat64OrNull", i))), items);
        return call.NullUnless(Expr.And(DynamicArrays.IsArray(call[0].Sql), numbers), sum);
    }
}
