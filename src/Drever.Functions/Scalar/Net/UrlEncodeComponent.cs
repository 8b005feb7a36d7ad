using Drever.Functions.Values;

namespace Drever.Functions.Scalar.Net;

/// <summary>Source: Kusto reference, "url_encode_component()": a blank is <c>%20</c>.</summary>
internal sealed class UrlEncodeComponent : ScalarFunction
{
    public override IReadOnlyList<string> Signatures => ["url_encode_component(url: string): string foldable"];

    public override string Doc => "The text with all that is special in a URL percent-encoded, a blank too.";

    public override IReadOnlyList<Example> Examples =>
    [
        new("""url_encode_component("https://www.bing.com/hello world/")""", "https%3a%2f%2fwww.bing.com%2fhello%20world%2f"),
        new("""url_encode_component("é")""", "%c3%a9"),
    ];

    public override SqlValue Lower(ScalarCall call) => call.Text(PercentEncoding.Encode("encodeURLComponent", call[0].ToText()));
}
