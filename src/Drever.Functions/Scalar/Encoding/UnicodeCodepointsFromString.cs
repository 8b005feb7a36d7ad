using Drever.Functions.Values;
using Drever.Sql;

namespace Drever.Functions.Scalar.Encoding;

/// <summary>Source: Kusto reference, "unicode_codepoints_from_string()".</summary>
internal sealed class UnicodeCodepointsFromString : ScalarFunction
{
    public override IReadOnlyList<string> Signatures =>
    [
        "unicode_codepoints_from_string(value: scalar): dynamic foldable",
        "to_utf8(value: scalar): dynamic hidden obsolete -> unicode_codepoints_from_string foldable",
    ];

    public override string Doc => "The Unicode code points of a text's characters.";

    public override IReadOnlyList<Example> Examples =>
    [
        new("""unicode_codepoints_from_string("קו - Ku😀")""", "[1511,1493,32,45,32,75,117,128512]"),
        new("""to_utf8("")""", "[]"),
    ];

    public override SqlValue Lower(ScalarCall call) => call.ReturnsNotNull(DynamicArrays.FromItems(Expr.Call(
        "arrayMap",
        Expr.Lambda("character", c => Expr.Call("toString", UnicodeCodepoints.Of(c))),
        Expr.Call("extractAll", call[0].ToText(), Expr.Text("(?s).")))));
}
