using Drever.Functions.Values;
using Drever.Sql;

namespace Drever.Functions.Scalar.Net;

/// <summary>Source: Kusto reference, "parse_ipv6()" and "parse_ipv6_mask()".</summary>
internal sealed class ParseIpv6 : ScalarFunction
{
    public override IReadOnlyList<string> Signatures =>
    [
        "parse_ipv6(ip: string): string foldable",
        "parse_ipv6_mask(ip: string, prefix: long): string foldable",
    ];

    public override string Doc => "An IPv6 or IPv4 address in eight groups of four digits, cut to its prefix and a given one; empty for what is none.";

    public override IReadOnlyList<Example> Examples =>
    [
        new("""parse_ipv6("192.168.255.255")""", "0000:0000:0000:0000:0000:ffff:c0a8:ffff"),
        new("""parse_ipv6("192.168.255.255/24")""", "0000:0000:0000:0000:0000:ffff:c0a8:ff00"),
        new("""parse_ipv6_mask("fe80::85d:e82c:9446:7994/120", 124)""", "fe80:0000:0000:0000:085d:e82c:9446:7900"),
        new("""parse_ipv6_mask("::192.168.255.255/24", 128)""", "0000:0000:0000:0000:0000:ffff:c0a8:ff00"),
        new("""parse_ipv6("x")""", ""),
    ];

    public override SqlValue Lower(ScalarCall call)
    {
        var text = call[0].ToText();
        var prefix = call.Count == 1 ? Ipv6.Prefix(text) : Expr.Call("least", Ipv6.Prefix(text), call[1].Integer(128));
        var address = Ipv6.Masked(Ipv6.Address(text), prefix);
        return call.ReturnsNotNull(Once.Use("ip", address, ip => Expr.If(
            Expr.IsNull(ip), Expr.Text(""), Ipv6.Text(Expr.Call("assumeNotNull", ip)))));
    }
}
