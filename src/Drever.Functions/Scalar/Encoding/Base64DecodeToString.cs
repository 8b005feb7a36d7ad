using Drever.Functions.Values;
using Drever.Sql;

namespace Drever.Functions.Scalar.Encoding;

/// <summary>Source: Kusto reference, "base64_decode_tostring()": what is no base64, and bytes that are no UTF-8, are empty.</summary>
internal sealed class Base64DecodeToString : ScalarFunction
{
    public override IReadOnlyList<string> Signatures =>
    [
        "base64_decode_tostring(base64_string: string): string foldable",
        "base64_decodestring(base64_string: string): string hidden obsolete -> base64_decode_tostring foldable",
    ];

    public override string Doc => "The text whose UTF-8 bytes a base64 text stands for.";

    public override IReadOnlyList<Example> Examples =>
    [
        new("""base64_decode_tostring("S3VzdG8=")""", "Kusto"),
        new("""base64_decode_tostring("not base64!")""", ""),
        new("""base64_decode_tostring("/w==")""", ""),
        new("""strlen(base64_decode_tostring("YQBiAA=="))""", "4"),
    ];

    public override SqlValue Lower(ScalarCall call) => call.Text(Once.Use(
        "bytes",
        Expr.Call("tryBase64Decode", call[0].ToText()),
        bytes => Expr.If(Expr.Call("isValidUTF8", bytes), bytes, Expr.Text(""))));
}
