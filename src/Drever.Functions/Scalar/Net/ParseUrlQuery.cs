using Drever.Functions.Values;
using Drever.Sql;

namespace Drever.Functions.Scalar.Net;

/// <summary>Source: Kusto reference, "parse_urlquery()".</summary>
internal sealed class ParseUrlQuery : ScalarFunction
{
    public override IReadOnlyList<string> Signatures =>
    [
        "parse_urlquery(query: string): dynamic foldable",
        "parseurlquery(query: string): dynamic hidden obsolete -> parse_urlquery foldable",
    ];

    public override string Doc => "The parameters of a URL's query as a bag, under the name Query Parameters.";

    public override IReadOnlyList<Example> Examples =>
    [
        new("""parse_urlquery("k1=v1&k2=v2&k3=v3")""", """{"Query Parameters":{"k1":"v1","k2":"v2","k3":"v3"}}"""),
        new("""parse_urlquery("a=1=2&b")["Query Parameters"].a""", "\"1=2\""),
    ];

    public override SqlValue Lower(ScalarCall call) =>
        call.ReturnsNotNull(DynamicValues.Bag([(Expr.Text("Query Parameters"), UrlQuery.Bag(call[0].ToText()))]));
}
