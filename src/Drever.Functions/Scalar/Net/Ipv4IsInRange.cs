using Drever.Functions.Values;

namespace Drever.Functions.Scalar.Net;

/// <summary>Source: Kusto reference, "ipv4_is_in_range()".</summary>
internal sealed class Ipv4IsInRange : ScalarFunction
{
    public override IReadOnlyList<string> Signatures => ["ipv4_is_in_range(ip: string, ip_range: string): bool foldable"];

    public override string Doc => "Whether an IPv4 address is in a range; null when one of them is no IPv4 text.";

    public override IReadOnlyList<Example> Examples =>
    [
        new("""ipv4_is_in_range("127.0.0.1", "127.0.0.1")""", "true"),
        new("""ipv4_is_in_range("192.168.1.6", "192.168.1.1/24")""", "true"),
        new("""ipv4_is_in_range("192.168.1.1", "192.168.2.1/24")""", "false"),
        new("""ipv4_is_in_range("8.8.8.8", "0.0.0.0/0")""", "true"),
        new("""ipv4_is_in_range("x", "192.168.2.1/24")""", ""),
        new("""ipv4_is_in_range("1.1.1.1", "192.168.2.1/33")""", ""),
    ];

    public override SqlValue Lower(ScalarCall call) => call.ReturnsNullable(Once.Use(
        "ip", Ipv4.Address(call[0].ToText()), ip => Ipv4.IsIn(ip, call[1].ToText())));
}
