using Drever.Functions.Values;
using Drever.Sql;

namespace Drever.Functions.Scalar.Net;

/// <summary>Source: Kusto reference, "url_decode()".</summary>
internal sealed class UrlDecode : ScalarFunction
{
    public override IReadOnlyList<string> Signatures => ["url_decode(encoded_url: string): string foldable"];

    public override string Doc => "The text without percent-encoding; a plus sign is a blank.";

    public override IReadOnlyList<Example> Examples =>
    [
        new("""url_decode("https%3a%2f%2fwww.bing.com%2f")""", "https://www.bing.com/"),
        new("""url_decode("a+b%20c")""", "a b c"),
        new("""url_decode("100%")""", "100%"),
    ];

    public override SqlValue Lower(ScalarCall call) => call.Text(Expr.Call("decodeURLFormComponent", call[0].ToText()));
}
