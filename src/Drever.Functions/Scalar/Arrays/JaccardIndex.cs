using Drever.Functions.Values;
using Drever.Kql.Symbols;
using Drever.Sql;

namespace Drever.Functions.Scalar.Arrays;

/// <summary>Source: Kusto reference, "jaccard_index()": the size of the intersection over that of the union; of two empty sets NaN.</summary>
internal sealed class JaccardIndex : ScalarFunction
{
    public override IReadOnlyList<string> Signatures => ["jaccard_index(set: dynamicarray{2,2}): dynamic foldable"];

    public override string Doc => "How alike two sets are, from 0 to 1.";

    public override IReadOnlyList<Example> Examples =>
    [
        new("toreal(jaccard_index(dynamic([1,1,2,3]), dynamic([1,2,2,4])))", "0.5"),
        new("toreal(jaccard_index(dynamic([1]), dynamic([1])))", "1"),
        new("jaccard_index(dynamic(null), dynamic([1]))", ""),
    ];

    public override SqlValue Lower(ScalarCall call)
    {
        // the engine's would count repeated elements
        var sets = call.Arguments.Select(a => Expr.Call("arrayDistinct", a.DynamicItems())).ToList();
        var index = new SqlValue(Expr.Call("arrayJaccardIndex", sets[0], sets[1]), KqlType.Real, Nullable: false);
        return call.NullUnless(Expr.And(DynamicArrays.IsArray(call[0].Sql), DynamicArrays.IsArray(call[1].Sql)), index.ToDynamic());
    }
}
