using Drever.Functions.Values;
using Drever.Sql;

namespace Drever.Functions.Scalar.Text;

/// <summary>Source: Kusto reference, "strrep()": at most 1024 times.</summary>
internal sealed class StrRep : ScalarFunction
{
    private const int Most = 1024;

    public override IReadOnlyList<string> Signatures => ["strrep(value: scalar, multiplier: long, delimiter: scalar?): string foldable"];

    public override string Doc => "A text several times, with a delimiter between.";

    public override IReadOnlyList<Example> Examples =>
    [
        new("strrep('ABC', 2)", "ABCABC"),
        new("strrep(123.1, 3)", "123.1123.1123.1"),
        new("strrep(3s, 2, ' ')", "00:00:03 00:00:03"),
        new("strrep('x', 0)", ""),
    ];

    public override SqlValue Lower(ScalarCall call)
    {
        var text = call[0].ToText();
        var times = Constants.Integer(call.Bound[1]) is { } constant
            ? Expr.Number(Math.Clamp(constant, 0, Most))
            : Expr.Call("greatest", Expr.Number(0), Expr.Call("least", call[1].Integer(0), Expr.Number(Most)));
        if (call.Count == 2)
            return call.Text(Expr.Call("repeat", text, times));

        // one text more of delimiter than wanted is cut off
        var delimiter = call[2].ToText();
        var all = Expr.Call("repeat", Expr.Call("concat", text, delimiter), times);
        return call.Text(Expr.Call("substring", all, Expr.Number(1),
            Expr.Call("greatest", Expr.Number(0), Expr.Subtract(Expr.Call("toInt64", Expr.Call("length", all)), Expr.Call("length", delimiter)))));
    }
}
