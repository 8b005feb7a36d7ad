using Drever.Functions.Values;

namespace Drever.Functions.Scalar.Net;

/// <summary>Source: Kusto reference, "url_encode()": a blank is a plus sign.</summary>
internal sealed class UrlEncode : ScalarFunction
{
    public override IReadOnlyList<string> Signatures => ["url_encode(url: string): string foldable"];

    public override string Doc => "The text with all that is special in a URL percent-encoded, a blank as a plus sign.";

    public override IReadOnlyList<Example> Examples =>
    [
        new("""url_encode("https://www.bing.com/hello world")""", "https%3a%2f%2fwww.bing.com%2fhello+world"),
        new("""url_encode("a+b")""", "a%2bb"),
    ];

    public override SqlValue Lower(ScalarCall call) => call.Text(PercentEncoding.Encode("encodeURLFormComponent", call[0].ToText()));
}
