namespace Drever.Functions.Scalar.Net;

/// <summary>Source: Kusto reference, "has_ipv4_prefix()" and "has_any_ipv4_prefix()": a prefix ends with a dot, or is a whole address.</summary>
internal sealed class HasIpv4Prefix : ScalarFunction
{
    public override IReadOnlyList<string> Signatures =>
    [
        "has_ipv4_prefix(source: stringordynamic, ip_prefix: string): bool",
        "has_any_ipv4_prefix(source: stringordynamic, ip_prefixes: string{1,}): bool",
        "has_any_ipv4_prefix(source: stringordynamic, ip_prefixes: dynamicarray): bool",
    ];

    public override string Doc => "Whether an IPv4 address that begins with one of the prefixes stands in a text.";

    public override IReadOnlyList<Example> Examples =>
    [
        new("""has_ipv4_prefix("05:04:54 127.0.0.1 GET /favicon.ico 404", "127.0.")""", "true"),
        new("""has_any_ipv4_prefix("05:04:54 127.0.0.1 GET /favicon.ico 404", dynamic(["127.0.", "192.168."]))""", "true"),
        new("""has_any_ipv4_prefix("05:04:54 127.0.0.1 GET /favicon.ico 404", "127.0")""", "false"),
        new("""has_any_ipv4_prefix("05:04:54127.0.0.1 GET /favicon.ico 404", "127.0.", "192.")""", "false"),
    ];

    public override SqlValue Lower(ScalarCall call) => Ipv4InText.Find(call, byPrefix: true);
}
