using Drever.Sql;

namespace Drever.Functions.Scalar.Net;

/// <summary>Source: Kusto reference, "ipv6_compare()".</summary>
internal sealed class Ipv6Compare : ScalarFunction
{
    public override IReadOnlyList<string> Signatures => ["ipv6_compare(ip1: string, ip2: string, prefix: long?): long foldable"];

    public override string Doc => "-1, 0 or 1 as the first IPv6 or IPv4 address is less than, equal to or greater than the second within the shortest of the prefixes.";

    public override IReadOnlyList<Example> Examples =>
    [
        new("""ipv6_compare("fe80::85d:e82c:9446:7994", "fe80::85d:e82c:9446:7994")""", "0"),
        new("""ipv6_compare("192.168.1.1/24", "::ffff:c0a8:01ff")""", "0"),
        new("""ipv6_compare("fe80::1", "fe80::2")""", "-1"),
        new("""ipv6_compare("fe80::3", "fe80::2")""", "1"),
        new("""ipv6_compare("fe80::3", "")""", ""),
    ];

    public override SqlValue Lower(ScalarCall call) => call.ReturnsNullable(Ipv6.Compare(call, (a, b) =>
        Expr.Subtract(Expr.Greater(a, b), Expr.Less(a, b))));
}
