using Drever.Functions.Values;
using Drever.Sql;

namespace Drever.Functions.Scalar.Encoding;

/// <summary>Source: Kusto reference, "base64_decode_toguid()": null unless it is base64 of 16 bytes.</summary>
internal sealed class Base64DecodeToGuid : ScalarFunction
{
    public override IReadOnlyList<string> Signatures => ["base64_decode_toguid(base64_string: string): guid foldable"];

    public override string Doc => "The guid whose bytes a base64 text stands for.";

    public override IReadOnlyList<Example> Examples =>
    [
        new("""base64_decode_toguid("8jMxriJurkmwahbmqbIS6w==")""", "ae3133f2-6e22-49ae-b06a-16e6a9b212eb"),
        new("""base64_decode_toguid("abcd1231")""", ""),
    ];

    public override SqlValue Lower(ScalarCall call)
    {
        var bytes = Expr.Call("tryBase64Decode", call[0].ToText());
        return call.NullUnless(
            Expr.Equal(Expr.Call("length", bytes), Expr.Number(16)),
            Expr.Call("toUUIDOrNull", Expr.Call("lower", Expr.Call("hex", GuidBytes.Reorder(bytes)))));
    }
}
