using Drever.Functions.Values;
using Drever.Sql;

namespace Drever.Functions.Scalar.Arrays;

/// <summary>Source: Kusto reference, "set_equals()": neither order nor repetition counts; anything that is no array gives false.</summary>
internal sealed class SetEquals : ScalarFunction
{
    public override IReadOnlyList<string> Signatures => ["set_equals(set1: dynamicarray, set2: dynamicarray): bool foldable"];

    public override string Doc => "Whether two arrays have the same elements.";

    public override IReadOnlyList<Example> Examples =>
    [
        new("set_equals(dynamic([1,2,3]), dynamic([3,2,1,1]))", "true"),
        new("set_equals(dynamic([1,2]), dynamic([1,2,3]))", "false"),
        new("set_equals(dynamic(null), dynamic([1]))", "false"),
    ];

    public override SqlValue Lower(ScalarCall call)
    {
        var first = call[0].DynamicItems();
        var second = call[1].DynamicItems();
        var both = Expr.And(DynamicArrays.IsArray(call[0].Sql), DynamicArrays.IsArray(call[1].Sql));
        return call.ReturnsNotNull(Expr.And(both, Expr.And(Expr.Call("hasAll", first, second), Expr.Call("hasAll", second, first))));
    }
}
