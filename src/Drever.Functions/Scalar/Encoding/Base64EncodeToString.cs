using Drever.Functions.Values;
using Drever.Sql;

namespace Drever.Functions.Scalar.Encoding;

/// <summary>Source: Kusto reference, "base64_encode_tostring()".</summary>
internal sealed class Base64EncodeToString : ScalarFunction
{
    public override IReadOnlyList<string> Signatures =>
    [
        "base64_encode_tostring(string: string): string foldable",
        "base64_encodestring(string: string): string hidden obsolete -> base64_encode_tostring foldable",
    ];

    public override string Doc => "The UTF-8 bytes of a text in base64.";

    public override IReadOnlyList<Example> Examples => [new("""base64_encode_tostring("Kusto")""", "S3VzdG8=")];

    public override SqlValue Lower(ScalarCall call) => call.Text(Expr.Call("base64Encode", call[0].ToText()));
}
