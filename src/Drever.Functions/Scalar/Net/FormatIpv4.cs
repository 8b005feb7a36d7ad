using Drever.Functions.Values;

namespace Drever.Functions.Scalar.Net;

/// <summary>Source: Kusto reference, "format_ipv4()".</summary>
internal sealed class FormatIpv4 : ScalarFunction
{
    public override IReadOnlyList<string> Signatures => ["format_ipv4(ip: scalar, prefix: long?): string foldable"];

    public override string Doc => "An IPv4 text or number as an address, cut to a prefix; empty for what is none.";

    public override IReadOnlyList<Example> Examples =>
    [
        new("""format_ipv4("192.168.1.255", 24)""", "192.168.1.0"),
        new("format_ipv4(3232236031, 24)", "192.168.1.0"),
        new("""format_ipv4("192.168.1.1/24", 32)""", "192.168.1.0"),
        new("""format_ipv4("192.168.1.1")""", "192.168.1.1"),
        new("""format_ipv4("abc")""", ""),
    ];

    public override SqlValue Lower(ScalarCall call) => call.Text(Ipv4Format.Address(call), mayBeNull: true);
}
