using Drever.Functions.Values;
using Drever.Sql;

namespace Drever.Functions.Scalar.Arrays;

/// <summary>Source: Kusto reference, "array_concat()": null arrays add nothing.</summary>
internal sealed class ArrayConcat : ScalarFunction
{
    public override IReadOnlyList<string> Signatures => ["array_concat(array: dynamicarray{1,64}): custom foldable"];

    public override string Doc => "One array with the elements of several, in order.";

    public override IReadOnlyList<Example> Examples =>
    [
        new("""array_concat(dynamic([1, 2]), dynamic(["a"]), dynamic([]))""", """[1,2,"a"]"""),
        new("""array_concat(split("a b", " "), dynamic(null))""", """["a","b"]"""),
    ];

    public override SqlValue Lower(ScalarCall call) =>
        call.ReturnsNotNull(DynamicArrays.FromItems(Expr.Call("arrayConcat", [.. call.Arguments.Select(a => a.DynamicItems())])));
}
