using Drever.Functions.Values;
using Drever.Kql.Symbols;
using Drever.Sql;

namespace Drever.Functions.Scalar.Net;

/// <summary>What format_ipv4() and format_ipv4_mask() share: argument 0 is a text or a number, argument 1 a prefix.</summary>
internal static class Ipv4Format
{
    private const long Most = 0xFFFF_FFFF;

    /// <summary>NULL for what is no address or no prefix.</summary>
    public static SqlExpression Address(ScalarCall call)
    {
        var number = call[0].Type is KqlType.String or KqlType.Dynamic ? Ipv4.Address(call[0].ToText()) : Number(call[0]);
        return Expr.Call("IPv4NumToString", Expr.Call("toUInt32", Ipv4.Masked(number, Prefix(call))));
    }

    public static SqlExpression Prefix(ScalarCall call)
    {
        var own = call[0].Type is KqlType.String or KqlType.Dynamic ? Ipv4.Prefix(call[0].ToText()) : Expr.Number(32);
        if (call.Count == 1)
            return own;
        var given = call[1].Integer(-1);
        return Expr.If(
            Expr.And(Expr.GreaterOrEqual(given, Expr.Number(0)), Expr.LessOrEqual(given, Expr.Number(32))),
            Expr.Call("least", own, given),
            Expr.Null);
    }

    private static SqlExpression Number(SqlValue value)
    {
        var number = value.Integer(-1);
        return Expr.If(Expr.And(Expr.GreaterOrEqual(number, Expr.Number(0)), Expr.LessOrEqual(number, Expr.Number(Most))), number, Expr.Null);
    }
}
