using Drever.Sql;

namespace Drever.Functions.Scalar.Arrays;

/// <summary>Source: Kusto reference, "set_intersect()".</summary>
internal sealed class SetIntersect : SetFunction
{
    public override IReadOnlyList<string> Signatures => ["set_intersect(set: dynamicarray{2,64}): custom foldable"];

    public override string Doc => "The distinct elements that are in all of several arrays.";

    public override IReadOnlyList<Example> Examples =>
    [
        new("set_intersect(dynamic([1,2,1,4]), dynamic([1,2]), dynamic([8,1]))", "[1]"),
        new("set_intersect(dynamic([1,2,3]), dynamic([4,5]))", "[]"),
        new("""set_intersect(dynamic(["a","b"]), split("b c", " "))""", """["b"]"""),
    ];

    // the engine's arrayIntersect gives an order of its own
    protected override SqlExpression Combine(SqlExpression[] sets) => Expr.Call(
        "arrayFilter",
        Expr.Lambda("member", m => sets[1..].Select(s => Expr.Call("has", s, m)).Aggregate(Expr.And)),
        Expr.Call("arrayDistinct", sets[0]));
}
