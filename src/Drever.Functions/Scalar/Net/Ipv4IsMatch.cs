using Drever.Sql;

namespace Drever.Functions.Scalar.Net;

/// <summary>Source: Kusto reference, "ipv4_is_match()".</summary>
internal sealed class Ipv4IsMatch : ScalarFunction
{
    public override IReadOnlyList<string> Signatures => ["ipv4_is_match(ip1: string, ip2: string, prefix: long?): bool foldable"];

    public override string Doc => "Whether two IPv4 addresses are equal within the shortest of the prefixes; null when one is no IPv4 text.";

    public override IReadOnlyList<Example> Examples =>
    [
        new("""ipv4_is_match("192.168.1.1/24", "192.168.1.255")""", "true"),
        new("""ipv4_is_match("192.168.1.1", "192.168.1.255/24")""", "true"),
        new("""ipv4_is_match("192.168.1.1", "192.168.1.0", 31)""", "true"),
        new("""ipv4_is_match("192.168.1.1/24", "192.168.1.255", 31)""", "true"),
        new("""ipv4_is_match("192.168.1.1", "192.168.1.2")""", "false"),
        new("""ipv4_is_match("192.168.1.1", "x")""", ""),
    ];

    public override SqlValue Lower(ScalarCall call) => call.ReturnsNullable(Ipv4Pair.Compare(call, Expr.Equal));
}
