using Drever.Functions.Values;
using Drever.Kql.Symbols;
using Drever.Sql;

namespace Drever.Functions.Scalar.Encoding;

/// <summary>Source: Kusto reference, "base64_encode_fromguid()".</summary>
internal sealed class Base64EncodeFromGuid : ScalarFunction
{
    public override IReadOnlyList<string> Signatures => ["base64_encode_fromguid(guid: guid): string foldable"];

    public override string Doc => "The bytes of a guid in base64.";

    public override IReadOnlyList<Example> Examples =>
    [
        new("base64_encode_fromguid(guid(ae3133f2-6e22-49ae-b06a-16e6a9b212eb))", "8jMxriJurkmwahbmqbIS6w=="),
        new("base64_encode_fromguid(guid(null))", ""),
    ];

    public override SqlValue Lower(ScalarCall call)
    {
        var guid = call[0].To(KqlType.Guid);
        var digits = Expr.Call("replaceAll", guid.ToText(), Expr.Text("-"), Expr.Text(""));
        return call.Text(Expr.Call("base64Encode", GuidBytes.Reorder(Expr.Call("unhex", digits))));
    }
}
