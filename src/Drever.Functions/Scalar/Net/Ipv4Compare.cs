using Drever.Sql;

namespace Drever.Functions.Scalar.Net;

/// <summary>Source: Kusto reference, "ipv4_compare()".</summary>
internal sealed class Ipv4Compare : ScalarFunction
{
    public override IReadOnlyList<string> Signatures => ["ipv4_compare(ip1: string, ip2: string, prefix: long?): long foldable"];

    public override string Doc => "-1, 0 or 1 as the first IPv4 address is less than, equal to or greater than the second within the shortest of the prefixes.";

    public override IReadOnlyList<Example> Examples =>
    [
        new("""ipv4_compare("192.168.1.0", "192.168.1.0")""", "0"),
        new("""ipv4_compare("192.168.1.1/30", "192.168.1.255/24")""", "0"),
        new("""ipv4_compare("10.0.0.1", "10.0.0.2")""", "-1"),
        new("""ipv4_compare("11.0.0.1", "10.0.0.2", 8)""", "1"),
        new("""ipv4_compare("", "10.0.0.2")""", ""),
    ];

    public override SqlValue Lower(ScalarCall call) => call.ReturnsNullable(Ipv4Pair.Compare(call, (a, b) =>
        Expr.Subtract(Expr.Greater(a, b), Expr.Less(a, b))));
}
