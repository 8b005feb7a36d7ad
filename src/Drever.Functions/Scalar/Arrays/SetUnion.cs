using Drever.Sql;

namespace Drever.Functions.Scalar.Arrays;

/// <summary>Source: Kusto reference, "set_union()".</summary>
internal sealed class SetUnion : SetFunction
{
    public override IReadOnlyList<string> Signatures => ["set_union(set: dynamicarray{2,64}): custom foldable"];

    public override string Doc => "The distinct elements that are in any of several arrays.";

    public override IReadOnlyList<Example> Examples =>
    [
        new("set_union(dynamic([1,2,1,4]), dynamic([1,2]), dynamic([8]))", "[1,2,4,8]"),
        new("""set_union(split("a b", " "), dynamic(["b","c"]))""", """["a","b","c"]"""),
    ];

    protected override SqlExpression Combine(SqlExpression[] sets) => Expr.Call("arrayDistinct", Expr.Call("arrayConcat", sets));
}
