using Drever.Functions.Values;
using Drever.Sql;

namespace Drever.Functions.Scalar.Encoding;

/// <summary>Source: Kusto reference, "base64_decode_toarray()": null for what is no base64.</summary>
internal sealed class Base64DecodeToArray : ScalarFunction
{
    public override IReadOnlyList<string> Signatures => ["base64_decode_toarray(base64_string: string): dynamic foldable"];

    public override string Doc => "The bytes that a base64 text stands for, as an array of numbers.";

    public override IReadOnlyList<Example> Examples =>
    [
        new("""base64_decode_toarray("S3VzdG8=")""", "[75,117,115,116,111]"),
        new("""base64_decode_toarray("")""", "[]"),
        new("""base64_decode_toarray("U3RyaW5n0KHR0tGA0L7Rh9C60LA")""", ""),
    ];

    public override SqlValue Lower(ScalarCall call)
    {
        var text = call[0].ToText();
        var array = Once.Use("bytes", Expr.Call("tryBase64Decode", text), bytes => DynamicArrays.FromItems(Expr.Call(
            "arrayMap",
            Expr.Lambda("place", place => Expr.Call("toString", Expr.Call("reinterpretAsUInt8", Expr.Call("substring", bytes, place, Expr.Number(1))))),
            Expr.Call("range", Expr.Number(1), Expr.Add(Expr.Call("length", bytes), Expr.Number(1))))));
        return call.NullUnless(
            Expr.Or(Expr.Call("empty", text), Expr.Call("notEmpty", Expr.Call("tryBase64Decode", text))), array);
    }
}
