using Drever.Sql;

namespace Drever.Functions.Scalar.Net;

/// <summary>The engine's encoding with KQL's lower-case digits and its list of plain characters.</summary>
internal static class PercentEncoding
{
    public static SqlExpression Encode(string function, SqlExpression text)
    {
        var encoded = Expr.Call(function, text);
        foreach (var (code, plain) in new[] { ("%21", "!"), ("%28", "("), ("%29", ")"), ("%2A", "*") })
            encoded = Expr.Call("replaceAll", encoded, Expr.Text(code), Expr.Text(plain));

        // after each percent sign two digits
        var parts = Expr.Call("splitByChar", Expr.Text("%"), Expr.Call("concat", Expr.Text("00"), encoded));
        var lower = Expr.Call("arrayMap", Expr.Lambda("part", p => Expr.Call(
            "concat",
            Expr.Call("lower", Expr.Call("substring", p, Expr.Number(1), Expr.Number(2))),
            Expr.Call("substring", p, Expr.Number(3)))), parts);
        return Expr.Call("substring", Expr.Call("arrayStringConcat", lower, Expr.Text("%")), Expr.Number(3));
    }
}
