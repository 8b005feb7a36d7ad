using Drever.Functions.Values;
using Drever.Sql;

namespace Drever.Functions.Scalar.Encoding;

/// <summary>Source: Kusto reference, "hash()" and "hash_xxhash64()": xxHash64; with a modulus, of the unsigned hash.</summary>
internal sealed class Hash : ScalarFunction
{
    public override IReadOnlyList<string> Signatures =>
    [
        "hash(source: notdynamic, mod: integer?): long foldable",
        "hash_xxhash64(source: notdynamic, mod: integer?): long foldable",
    ];

    public override string Doc => "A 64-bit hash of a value.";

    public override IReadOnlyList<Example> Examples =>
    [
        new("""hash("World")""", "1846988464401551951"),
        new("""hash("World", 100)""", "51"),
        new("hash_xxhash64(datetime(2015-01-01))", "1380966698541616202"),
    ];

    public override SqlValue Lower(ScalarCall call)
    {
        var hash = Expr.Call("xxHash64", HashedBytes.Of(call[0]));
        return call.Count == 1
            ? call.Returns(Expr.Call("reinterpretAsInt64", hash))
            : call.NullUnless(
                Expr.Greater(call[1].Integer(0), Expr.Number(0)),
                Expr.Call("toInt64", Expr.Call("modulo", hash, Expr.Call("toUInt64", Expr.Call("greatest", call[1].Integer(0), Expr.Number(1))))));
    }
}
