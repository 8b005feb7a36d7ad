using Drever.Functions.Values;
using Drever.Sql;

namespace Drever.Functions.Scalar.Conversion;

/// <summary>Source: Kusto reference, "tohex()": a negative number as 64 bits in two's complement; zeros in front up to a length of 16 at most.</summary>
internal sealed class ToHex : ScalarFunction
{
    public override IReadOnlyList<string> Signatures => ["tohex(value: integer, minLength: integer?): string as FirstArgument foldable"];

    public override string Doc => "A whole number in hexadecimal digits.";

    public override IReadOnlyList<Example> Examples =>
    [
        new("tohex(256)", "100"),
        new("tohex(-256)", "ffffffffffffff00"),
        new("tohex(256, 8)", "00000100"),
        new("tohex(256, 2)", "100"),
        new("tohex(0)", "0"),
        new("tohex(long(null))", ""),
    ];

    public override SqlValue Lower(ScalarCall call)
    {
        var digits = Expr.Call("lower", Expr.Call("hex", Expr.Call("toInt64", call[0].Integer(0))));
        var text = Expr.Call("trimLeft", digits, Expr.Text("0"));
        var length = call.Count == 2 ? Expr.Call("greatest", Expr.Call("least", call[1].Integer(1), Expr.Number(16)), Expr.Number(1)) : Expr.Number(1);
        var padded = Expr.Call("leftPad", text, Expr.Call("greatest", Expr.Call("length", text), length), Expr.Text("0"));
        return call[0].Nullable
            ? call.ReturnsNotNull(Expr.If(call[0].IsNull(), Expr.Text(""), padded))
            : call.ReturnsNotNull(padded);
    }
}
