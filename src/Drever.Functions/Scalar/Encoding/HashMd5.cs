using Drever.Functions.Values;
using Drever.Sql;

namespace Drever.Functions.Scalar.Encoding;

/// <summary>Source: Kusto reference, "hash_md5()": of the UTF-8 of the text, as tostring() prints it.</summary>
internal sealed class HashMd5 : ScalarFunction
{
    public override IReadOnlyList<string> Signatures => ["hash_md5(source: notdynamic): string foldable"];

    public override string Doc => "The MD5 of a value's text, in hexadecimal digits.";

    public override IReadOnlyList<Example> Examples =>
    [
        new("""hash_md5("World")""", "f5a7924e621e84c9280a9a27e1bcb7f6"),
        new("hash_md5(datetime(2020-01-01))", "786c530672d1f8db31fee25ea8a9390b"),
    ];

    public override SqlValue Lower(ScalarCall call) => call.Text(Expr.Call("lower", Expr.Call("hex", Expr.Call("MD5", call[0].ToText()))));
}
