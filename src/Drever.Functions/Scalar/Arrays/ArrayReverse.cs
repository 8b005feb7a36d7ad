using Drever.Sql;

namespace Drever.Functions.Scalar.Arrays;

/// <summary>Source: Kusto reference, "array_reverse()".</summary>
internal sealed class ArrayReverse : ArrayFunction
{
    public override IReadOnlyList<string> Signatures => ["array_reverse(value: dynamicarray): param0 foldable"];

    public override string Doc => "The elements of an array in the opposite order.";

    public override IReadOnlyList<Example> Examples =>
    [
        new("""array_reverse(dynamic(["this", "is", "an", "example"]))""", """["example","an","is","this"]"""),
        new("""array_reverse(split("a b", " "))""", """["b","a"]"""),
    ];

    protected override SqlExpression Change(ScalarCall call, SqlExpression array) => Expr.Call("arrayReverse", array);
}
