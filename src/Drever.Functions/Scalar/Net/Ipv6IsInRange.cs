using Drever.Functions.Values;
using Drever.Kql.Symbols;
using Drever.Sql;

namespace Drever.Functions.Scalar.Net;

/// <summary>Source: Kusto reference, "ipv6_is_in_range()" and "ipv6_is_in_any_range()".</summary>
internal sealed class Ipv6IsInRange : ScalarFunction
{
    public override IReadOnlyList<string> Signatures =>
    [
        "ipv6_is_in_range(ip: string, ip_range: string): bool foldable",
        "ipv6_is_in_any_range(ip: stringordynamic, ranges: string{1,}): bool",
        "ipv6_is_in_any_range(ip: stringordynamic, ranges: dynamicarray): bool",
    ];

    public override string Doc => "Whether an IPv6 or IPv4 address is in one of the ranges; null for what is no address.";

    public override IReadOnlyList<Example> Examples =>
    [
        new("""ipv6_is_in_range("a5e:f127:8a9d:146d:e102:b5d3:c755:abcd", "a5e:f127:8a9d:146d:e102:b5d3:c755:0000/112")""", "true"),
        new("""ipv6_is_in_range("a5e:f127:8a9d:146d:e102:b5d3:c755:abcd", "0:0:0:0:0:ffff:c0a8:ac/60")""", "false"),
        new("""ipv6_is_in_any_range("192.168.1.7", "::1", "192.168.0.0/16")""", "true"),
        new("""ipv6_is_in_any_range("fe80::1", dynamic(["fe80::/10"]))""", "true"),
        new("""ipv6_is_in_range("x", "fe80::/10")""", ""),
    ];

    public override SqlValue Lower(ScalarCall call) => call.ReturnsNullable(Once.Use("ip", Ipv6.Address(call[0].ToText()), ip =>
        call[1].Type == KqlType.String
            ? call.Arguments.Skip(1).Select(a => Ipv6.IsIn(ip, a.ToText())).Aggregate(Expr.Or)
            : Expr.If(
                Expr.IsNull(ip),
                Expr.Null,
                Expr.Call("arrayExists", Expr.Lambda("range", r => Expr.Call("ifNull", Ipv6.IsIn(ip, r), Expr.False)), call[1].DynamicTexts()))));
}
