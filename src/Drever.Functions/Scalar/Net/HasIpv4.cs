namespace Drever.Functions.Scalar.Net;

/// <summary>Source: Kusto reference, "has_ipv4()" and "has_any_ipv4()".</summary>
internal sealed class HasIpv4 : ScalarFunction
{
    public override IReadOnlyList<string> Signatures =>
    [
        "has_ipv4(source: stringordynamic, ip: string): bool",
        "has_any_ipv4(source: stringordynamic, ips: string{1,}): bool",
        "has_any_ipv4(source: stringordynamic, ips: dynamicarray): bool",
    ];

    public override string Doc => "Whether one of the IPv4 addresses stands in a text, between characters that are neither letters nor digits.";

    public override IReadOnlyList<Example> Examples =>
    [
        new("""has_ipv4("05:04:54 127.0.0.1 GET /favicon.ico 404", "127.0.0.1")""", "true"),
        new("""has_ipv4("05:04:54 127.0.0.256 GET /favicon.ico 404", "127.0.0.256")""", "false"),
        new("""has_ipv4("05:04:54127.0.0.1 GET /favicon.ico 404", "127.0.0.1")""", "false"),
        new("""has_any_ipv4("05:04:54 127.0.0.1 GET /favicon.ico 404", dynamic(["127.0.0.1", "127.0.0.2"]))""", "true"),
        new("""has_any_ipv4("05:04:54127.0.0.1 GET /favicon.ico 404", "127.0.0.1", "192.168.1.1")""", "false"),
    ];

    public override SqlValue Lower(ScalarCall call) => Ipv4InText.Find(call, byPrefix: false);
}
