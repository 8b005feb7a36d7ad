using Drever.Sql;

namespace Drever.Functions.Scalar.Net;

/// <summary>Source: Kusto reference, "ipv6_is_match()".</summary>
internal sealed class Ipv6IsMatch : ScalarFunction
{
    public override IReadOnlyList<string> Signatures => ["ipv6_is_match(ip1: string, ip2: string, prefix: long?): bool foldable"];

    public override string Doc => "Whether two IPv6 or IPv4 addresses are equal within the shortest of the prefixes; null when one is none.";

    public override IReadOnlyList<Example> Examples =>
    [
        new("""ipv6_is_match("fe80::85d:e82c:9446:7994/120", "fe80::85d:e82c:9446:7998")""", "true"),
        new("""ipv6_is_match("fe80::85d:e82c:9446:7994", "fe80::85d:e82c:9446:7998")""", "false"),
        new("""ipv6_is_match("192.168.1.1", "::ffff:c0a8:0101")""", "true"),
        new("""ipv6_is_match("::192.168.1.1/30", "192.168.1.255/24", 127)""", "true"),
        new("""ipv6_is_match("fe80::1", "x")""", ""),
    ];

    public override SqlValue Lower(ScalarCall call) => call.ReturnsNullable(Ipv6.Compare(call, Expr.Equal));
}
