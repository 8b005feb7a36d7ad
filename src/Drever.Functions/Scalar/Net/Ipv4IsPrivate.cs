using Drever.Functions.Values;
using Drever.Sql;

namespace Drever.Functions.Scalar.Net;

/// <summary>Source: Kusto reference, "ipv4_is_private()": the ranges of RFC 1918.</summary>
internal sealed class Ipv4IsPrivate : ScalarFunction
{
    private static readonly (long Address, int Prefix)[] Ranges = [(0x0A00_0000, 8), (0xAC10_0000, 12), (0xC0A8_0000, 16)];

    public override IReadOnlyList<string> Signatures => ["ipv4_is_private(ip: string): bool foldable"];

    public override string Doc => "Whether an IPv4 address belongs to a private network; null for what is no IPv4 address.";

    public override IReadOnlyList<Example> Examples =>
    [
        new("""ipv4_is_private("192.168.1.1/24")""", "true"),
        new("""ipv4_is_private("10.1.2.3")""", "true"),
        new("""ipv4_is_private("172.31.255.255")""", "true"),
        new("""ipv4_is_private("172.32.0.0")""", "false"),
        new("""ipv4_is_private("202.1.2.3")""", "false"),
        new("""ipv4_is_private("127.0.0.1")""", "false"),
        new("""ipv4_is_private("fe80::1")""", ""),
        new("""ipv4_is_private("")""", ""),
    ];

    public override SqlValue Lower(ScalarCall call) => call.ReturnsNullable(Once.Use(
        "ip", Ipv4.Address(call[0].ToText()), ip => Ranges.Select(r => Ipv4.Between(ip, r.Address, r.Prefix)).Aggregate(Expr.Or)));
}
