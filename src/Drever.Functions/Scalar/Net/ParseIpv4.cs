using Drever.Functions.Values;
using Drever.Sql;

namespace Drever.Functions.Scalar.Net;

/// <summary>Source: Kusto reference, "parse_ipv4()" and "parse_ipv4_mask()".</summary>
internal sealed class ParseIpv4 : ScalarFunction
{
    public override IReadOnlyList<string> Signatures =>
    [
        "parse_ipv4(ip: string): long foldable",
        "parse_ipv4_mask(ip: string, prefix: long): long foldable",
    ];

    public override string Doc => "An IPv4 address as a number, cut to its prefix and a given one; null for what is no IPv4 text.";

    public override IReadOnlyList<Example> Examples =>
    [
        new("""parse_ipv4("192.168.1.1")""", "3232235777"),
        new("""parse_ipv4("192.168.1.1/24")""", "3232235776"),
        new("""parse_ipv4("255.255.255.255/31")""", "4294967294"),
        new("""parse_ipv4("1.2.3")""", ""),
        new("""parse_ipv4_mask("127.0.0.1", 24)""", "2130706432"),
        new("""parse_ipv4_mask("192.1.168.2/24", 31)""", "3221334016"),
    ];

    public override SqlValue Lower(ScalarCall call)
    {
        var text = call[0].ToText();
        var prefix = call.Count == 1 ? Ipv4.Prefix(text) : Expr.Call("least", Ipv4.Prefix(text), call[1].Integer(32));
        return call.ReturnsNullable(Expr.Call("toInt64", Ipv4.Masked(Ipv4.Address(text), prefix)));
    }
}
