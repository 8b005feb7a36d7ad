using Drever.Functions.Values;
using Drever.Sql;

namespace Drever.Functions.Scalar.Encoding;

/// <summary>Source: Kusto reference, "base64_encode_fromarray()": empty for what is no array of bytes.</summary>
internal sealed class Base64EncodeFromArray : ScalarFunction
{
    public override IReadOnlyList<string> Signatures => ["base64_encode_fromarray(base64_string_decoded_as_array: dynamicarray): string foldable"];

    public override string Doc => "An array of bytes in base64.";

    public override IReadOnlyList<Example> Examples =>
    [
        new("base64_encode_fromarray(dynamic([75,117,115,116,111]))", "S3VzdG8="),
        new("base64_encode_fromarray(dynamic([300]))", ""),
        new("base64_encode_fromarray(dynamic(null))", ""),
    ];

    public override SqlValue Lower(ScalarCall call)
    {
        var items = call[0].DynamicItems();
        var bytes = Expr.Call(
            "arrayStringConcat", Expr.Call("arrayMap", Expr.Lambda("item", i => Expr.Call("char", Expr.Call("toUInt8OrZero", i))), items));
        var areBytes = Expr.Call("arrayAll", Expr.Lambda("item", i => Expr.IsNotNull(Expr.Call("toUInt8OrNull", i))), items);
        return call.Text(Expr.If(areBytes, Expr.Call("base64Encode", bytes), Expr.Text("")));
    }
}
