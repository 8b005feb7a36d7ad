using Drever.Functions.Values;
using Drever.Sql;

namespace Drever.Functions.Scalar.Net;

/// <summary>
/// IPv6 addresses, and IPv4 ones as <c>::ffff:a.b.c.d</c>, as 128-bit numbers. Source: Kusto reference, "ipv6_compare()": prefixes of IPv4
/// notation count from bit 96.
/// </summary>
internal static class Ipv6
{
    /// <summary>UInt128; NULL for what is no address.</summary>
    public static SqlExpression Address(SqlExpression text)
    {
        // ::1.2.3.4 means the IPv4 address too
        var address = Expr.Call("replaceRegexpOne", Expr.Call("substringIndex", text, Expr.Text("/"), Expr.Number(1)), Expr.Text("^::([0-9.]*[.])"), Expr.Text("::ffff:\\1"));
        return Expr.Call("reinterpretAsUInt128", Expr.Call("reverse", Expr.Call("IPv6StringToNumOrNull", address)));
    }

    /// <summary>Bits of 128; NULL for what is no length of a prefix.</summary>
    public static SqlExpression Prefix(SqlExpression text)
    {
        var shift = Expr.If(Expr.Greater(Expr.Call("position", text, Expr.Text(".")), Expr.Number(0)), Expr.Number(96), Expr.Number(0));
        var given = Expr.Add(Expr.Call("toUInt8OrNull", Expr.Call("substringIndex", text, Expr.Text("/"), Expr.Number(-1))), shift);
        return Expr.Call(
            "multiIf",
            Expr.Equal(Expr.Call("position", text, Expr.Text("/")), Expr.Number(0)), Expr.Number(128),
            Expr.LessOrEqual(given, Expr.Number(128)), given,
            Expr.Null);
    }

    public static SqlExpression Masked(SqlExpression address, SqlExpression prefix) => Expr.Call(
        "bitAnd", address, Expr.Call("bitShiftLeft", Expr.Call("toUInt128", Expr.Text("340282366920938463463374607431768211455")), Expr.Subtract(Expr.Number(128), prefix)));

    /// <summary>Whether an address (a number, used several times) is in the range that a text names.</summary>
    public static SqlExpression IsIn(SqlExpression address, SqlExpression range) =>
        Once.Use("bits", Prefix(range), bits => Expr.Equal(Masked(address, bits), Masked(Address(range), bits)));

    /// <summary>Two texts, cut to the shortest of their prefixes and of a given one (arguments 0 to 2).</summary>
    public static SqlExpression Compare(ScalarCall call, Func<SqlExpression, SqlExpression, SqlExpression> compare)
    {
        var (first, second) = (call[0].ToText(), call[1].ToText());
        var prefixes = new List<SqlExpression> { Prefix(first), Prefix(second) };
        if (call.Count > 2)
            prefixes.Add(call[2].Integer(128));
        return Once.Use("prefix", Expr.Call("least", [.. prefixes]), p => compare(Masked(Address(first), p), Masked(Address(second), p)));
    }

    /// <summary>Eight groups of four digits.</summary>
    public static SqlExpression Text(SqlExpression address) => Expr.Call(
        "arrayStringConcat",
        Expr.Call("extractAll", Expr.Call("leftPad", Expr.Call("lower", Expr.Call("hex", address)), Expr.Number(32), Expr.Text("0")), Expr.Text(".{4}")),
        Expr.Text(":"));
}
