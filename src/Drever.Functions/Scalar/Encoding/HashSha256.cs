using Drever.Functions.Values;
using Drever.Sql;

namespace Drever.Functions.Scalar.Encoding;

/// <summary>Source: Kusto reference, "hash_sha256()": of the UTF-8 of the text, as tostring() prints it.</summary>
internal sealed class HashSha256 : ScalarFunction
{
    public override IReadOnlyList<string> Signatures => ["hash_sha256(source: notdynamic): string foldable"];

    public override string Doc => "The SHA256 of a value's text, in hexadecimal digits.";

    public override IReadOnlyList<Example> Examples =>
    [
        new("""hash_sha256("World")""", "78ae647dc5544d227130a0682a51e30bc7777fbb6d8a8f17007463a3ecd1d524"),
        new("hash_sha256(datetime(2020-01-01))", "ba666752dc1a20eb750b0eb64e780cc4c968bc9fb8813461c1d7e750f302d71d"),
    ];

    public override SqlValue Lower(ScalarCall call) => call.Text(Expr.Call("lower", Expr.Call("hex", Expr.Call("SHA256", call[0].ToText()))));
}
