using Drever.Functions.Values;
using Drever.Sql;

namespace Drever.Functions.Scalar.Text;

/// <summary>Source: Kusto reference, "has_any_index()": terms as the operator <c>has</c> knows them, whatever their case.</summary>
internal sealed class HasAnyIndex : ScalarFunction
{
    private const string Edge = "[^0-9A-Za-z\\x{80}-\\x{10FFFF}]";

    public override IReadOnlyList<string> Signatures => ["has_any_index(source: stringordynamic, values: dynamicarray): long foldable"];

    public override string Doc => "The place in a list of the first text that stands in another text as whole terms; -1 when none does.";

    public override IReadOnlyList<Example> Examples =>
    [
        new("""has_any_index("this is an example", dynamic(["this", "example"]))""", "0"),
        new("""has_any_index("this is an example", dynamic(["not", "example"]))""", "1"),
        new("""has_any_index("this is an example", dynamic(["not", "found"]))""", "-1"),
        new("""has_any_index("Example number 2", range(1, 3, 1))""", "1"),
        new("""has_any_index("this is an example", dynamic([]))""", "-1"),
        new("""has_any_index("this is an example", dynamic(["exam", "IS"]))""", "1"),
    ];

    public override SqlValue Lower(ScalarCall call)
    {
        var text = call[0].ToText();
        var first = Expr.Call(
            "arrayFirstIndex",
            Expr.Lambda("value", value => Expr.Call(
                "match",
                text,
                Expr.Call("concat", Expr.Text($"(?i)(?:^|{Edge})"), Expr.Call("regexpQuoteMeta", value), Expr.Text($"(?:$|{Edge})")))),
            call[1].DynamicTexts());
        return call.ReturnsNotNull(Expr.Subtract(Expr.Call("toInt64", first), Expr.Number(1)));
    }
}
