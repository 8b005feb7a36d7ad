using System.Buffers.Binary;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Drever.Sql;

namespace Drever.Functions.Scalar.Net;

/// <summary>
/// IPv4 addresses in text with an optional prefix: <c>192.168.1.1/24</c>. Source: Kusto reference, "IP-prefix notation". Constants are read
/// here, so that a range in a query costs two comparisons.
/// </summary>
internal static class Ipv4
{
    private const long AllOnes = 0xFFFF_FFFF;

    /// <summary>The address as a number, without its prefix; NULL for what is none.</summary>
    public static SqlExpression Address(SqlExpression text) =>
        text is SqlString { Value: var constant }
            ? TryRead(constant) is var (address, _) ? Expr.Number(address) : Expr.Null
            : Expr.Call("IPv4StringToNumOrNull", Expr.Call("substringIndex", text, Expr.Text("/"), Expr.Number(1)));

    /// <summary>The length of the prefix, 32 where there is none; NULL for what is no such length.</summary>
    public static SqlExpression Prefix(SqlExpression text)
    {
        if (text is SqlString { Value: var constant })
            return TryRead(constant) is var (_, prefix) ? Expr.Number(prefix) : Expr.Null;
        var given = Expr.Call("toUInt8OrNull", Expr.Call("substringIndex", text, Expr.Text("/"), Expr.Number(-1)));
        return Expr.Call(
            "multiIf",
            Expr.Equal(Expr.Call("position", text, Expr.Text("/")), Expr.Number(0)), Expr.Number(32),
            Expr.LessOrEqual(given, Expr.Number(32)), given,
            Expr.Null);
    }

    /// <summary>The bits of an address within a prefix.</summary>
    public static SqlExpression Masked(SqlExpression address, SqlExpression prefix) =>
        prefix is SqlInteger { Value: 32 }
            ? address
            : Expr.Call(
                "bitAnd",
                Expr.Call("toUInt64", address),
                Expr.Call("bitShiftLeft", Expr.Call("toUInt64", Expr.Number(AllOnes)), Expr.Subtract(Expr.Number(32), prefix)));

    /// <summary>Whether an address (a number, used several times) is in the range that a text names; NULL when one of them is none.</summary>
    public static SqlExpression IsIn(SqlExpression address, SqlExpression range)
    {
        if (range is SqlString { Value: var constant })
            return TryRead(constant) is var (low, prefix) ? Between(address, low, prefix) : Expr.Null;
        return Expr.Equal(Masked(address, Prefix(range)), Masked(Address(range), Prefix(range)));
    }

    /// <summary>The same of a constant range.</summary>
    public static SqlExpression Between(SqlExpression address, long inside, int prefix)
    {
        var mask = prefix == 0 ? 0 : (AllOnes << (32 - prefix)) & AllOnes;
        return prefix == 32
            ? Expr.Equal(address, Expr.Number(inside))
            : Expr.And(
                Expr.GreaterOrEqual(address, Expr.Number(inside & mask)),
                Expr.LessOrEqual(address, Expr.Number((inside & mask) | (AllOnes & ~mask))));
    }

    /// <summary>The text of a number.</summary>
    public static SqlExpression Text(SqlExpression address) => Expr.Call("IPv4NumToString", Expr.Call("toUInt32", address));

    /// <summary>Address and prefix of a constant; null when it is no such text.</summary>
    public static (long Address, int Prefix)? TryRead(string text)
    {
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        var prefix = 32;
        if (slash >= 0 && (!int.TryParse(text.AsSpan(slash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out prefix) || prefix > 32))
            return null;
        var address = slash < 0 ? text : text[..slash];
        if (address.Count(c => c == '.') != 3 || !IPAddress.TryParse(address, out var parsed) || parsed.AddressFamily != AddressFamily.InterNetwork
            || !string.Equals(parsed.ToString(), address, StringComparison.Ordinal))
            return null;
        return (BinaryPrimitives.ReadUInt32BigEndian(parsed.GetAddressBytes()), prefix);
    }
}
