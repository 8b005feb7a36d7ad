using Drever.Functions.Values;
using Drever.Sql;

namespace Drever.Functions.Scalar.Encoding;

/// <summary>Source: Kusto reference, "hash_sha1()": of the UTF-8 of the text, as tostring() prints it.</summary>
internal sealed class HashSha1 : ScalarFunction
{
    public override IReadOnlyList<string> Signatures => ["hash_sha1(source: notdynamic): string foldable"];

    public override string Doc => "The SHA1 of a value's text, in hexadecimal digits.";

    public override IReadOnlyList<Example> Examples =>
    [
        new("""hash_sha1("World")""", "70c07ec18ef89c5309bbb0937f3a6342411e1fdd"),
        new("hash_sha1(datetime(2020-01-01))", "e903e533f4d636b4fc0dcf3cf81e7b7f330de776"),
    ];

    public override SqlValue Lower(ScalarCall call) => call.Text(Expr.Call("lower", Expr.Call("hex", Expr.Call("SHA1", call[0].ToText()))));
}
