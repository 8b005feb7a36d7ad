using Drever.Kql.Symbols;
using Drever.Sql;

namespace Drever.Functions.Values;

/// <summary>Whole numbers in text: decimal, or hexadecimal after <c>0x</c>.</summary>
internal static class IntegerText
{
    /// <summary>NULL for any other text, and for what does not fit.</summary>
    public static SqlExpression Read(SqlExpression text, KqlType type) =>
        Once.Use("digits", text, t =>
        {
            var plain = Expr.Call(type == KqlType.Int ? "toInt32OrNull" : "toInt64OrNull", Expr.Call("trimBoth", t));
            return Expr.If(Expr.Call("startsWith", t, Expr.Text("0x")), OfHex(t, type), plain);
        });

    private static SqlExpression OfHex(SqlExpression text, KqlType type)
    {
        var number = Expr.Call("reinterpretAsInt64", Expr.Call("reverse", Expr.Call("unhex", Expr.Call("substring", text, Expr.Number(3)))));
        var read = Expr.If(Expr.Call("match", text, Expr.Text("^0x[0-9a-fA-F]{1,16}$")), number, Expr.Null);
        return type == KqlType.Int ? Expr.Call("accurateCastOrNull", read, Expr.Text(SqlType.Int32.Name)) : read;
    }
}
