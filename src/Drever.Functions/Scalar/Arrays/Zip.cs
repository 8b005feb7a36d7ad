using Drever.Functions.Values;
using Drever.Sql;

namespace Drever.Functions.Scalar.Arrays;

/// <summary>Source: Kusto reference, "zip()": the shorter arrays are filled with null.</summary>
internal sealed class Zip : ScalarFunction
{
    public override IReadOnlyList<string> Signatures => ["zip(array: dynamicarray{2,64}): dynamic foldable"];

    public override string Doc => "An array of arrays: the first elements of all arrays, the second ones, and so on.";

    public override IReadOnlyList<Example> Examples =>
    [
        new("zip(dynamic([1,3,5]), dynamic([2,4,6]))", "[[1,2],[3,4],[5,6]]"),
        new("""zip(dynamic(["A",1,1.5]), dynamic([{},"B"]))""", """[["A",{}],[1,"B"],[1.5,null]]"""),
    ];

    public override SqlValue Lower(ScalarCall call)
    {
        var arrays = call.Arguments.Select(a => a.DynamicItems()).ToList();
        var length = Expr.Call("greatest", [.. arrays.Select(a => Expr.Call("length", a))]);
        var names = Enumerable.Range(0, arrays.Count).Select(i => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"item{i}")).ToList();
        var row = DynamicArrays.FromItems(Expr.Array([.. names.Select(n => new SqlVariable(n))]));
        return call.ReturnsNotNull(DynamicArrays.FromItems(Expr.Call(
            "arrayMap", [new SqlLambda([.. names], row), .. arrays.Select(a => Expr.Call("arrayResize", a, length, Expr.Text("null")))])));
    }
}
