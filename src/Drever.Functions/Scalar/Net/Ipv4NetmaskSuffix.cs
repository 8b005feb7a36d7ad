using Drever.Functions.Values;
using Drever.Sql;

namespace Drever.Functions.Scalar.Net;

/// <summary>Source: Kusto reference, "ipv4_netmask_suffix()".</summary>
internal sealed class Ipv4NetmaskSuffix : ScalarFunction
{
    public override IReadOnlyList<string> Signatures => ["ipv4_netmask_suffix(ip: string): long foldable"];

    public override string Doc => "The length of an IPv4 text's prefix, 32 where there is none; null for what is no IPv4 text.";

    public override IReadOnlyList<Example> Examples =>
    [
        new("""ipv4_netmask_suffix("10.1.2.3")""", "32"),
        new("""ipv4_netmask_suffix("192.168.1.1/24")""", "24"),
        new("""ipv4_netmask_suffix("192.168.1/24")""", ""),
    ];

    public override SqlValue Lower(ScalarCall call) =>
        call.NullUnless(Expr.IsNotNull(Ipv4.Address(call[0].ToText())), Expr.Call("toInt64", Ipv4.Prefix(call[0].ToText())));
}
