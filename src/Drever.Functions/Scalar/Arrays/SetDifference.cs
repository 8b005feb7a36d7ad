using Drever.Sql;

namespace Drever.Functions.Scalar.Arrays;

/// <summary>Source: Kusto reference, "set_difference()".</summary>
internal sealed class SetDifference : SetFunction
{
    public override IReadOnlyList<string> Signatures => ["set_difference(set: dynamicarray{2,64}): custom foldable"];

    public override string Doc => "The distinct elements of the first array that are in none of the others.";

    public override IReadOnlyList<Example> Examples =>
    [
        new("set_difference(dynamic([1,2,1,4]), dynamic([1,2]))", "[4]"),
        new("set_difference(dynamic([1,2,3]), dynamic([1,2,3]))", "[]"),
        new("""set_difference(dynamic(["a","b","c"]), dynamic(["a"]), dynamic(["c"]))""", """["b"]"""),
    ];

    protected override SqlExpression Combine(SqlExpression[] sets) => Expr.Call(
        "arrayDistinct", Expr.Call("arrayExcept", sets[0], sets.Length == 2 ? sets[1] : Expr.Call("arrayConcat", sets.AsSpan(1))));
}
