using Drever.Functions.Values;
using Drever.Sql;

namespace Drever.Functions.Scalar.Net;

/// <summary>Source: Kusto reference, "format_ipv4_mask()".</summary>
internal sealed class FormatIpv4Mask : ScalarFunction
{
    public override IReadOnlyList<string> Signatures => ["format_ipv4_mask(ip: scalar, prefix: long): string foldable"];

    public override string Doc => "An IPv4 text or number in CIDR notation; empty for what is none.";

    public override IReadOnlyList<Example> Examples =>
    [
        new("""format_ipv4_mask("192.168.1.255", 24)""", "192.168.1.0/24"),
        new("format_ipv4_mask(3232236031, 24)", "192.168.1.0/24"),
        new("""format_ipv4_mask("192.168.1.1/16", 24)""", "192.168.0.0/16"),
        new("""format_ipv4_mask("abc", 24)""", ""),
    ];

    public override SqlValue Lower(ScalarCall call) => call.Text(
        Expr.Call("concat", Ipv4Format.Address(call), Expr.Text("/"), Expr.Call("toString", Ipv4Format.Prefix(call))), mayBeNull: true);
}
