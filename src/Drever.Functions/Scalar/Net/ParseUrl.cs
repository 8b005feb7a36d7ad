using Drever.Functions.Values;
using Drever.Sql;

namespace Drever.Functions.Scalar.Net;

/// <summary>
/// Source: Kusto reference, "parse_url()". A text without a scheme has no host; its path is what stands before the question mark. One part
/// alone, <c>parse_url(u).Host</c>, costs one regular expression.
/// </summary>
internal sealed class ParseUrl : ScalarFunction
{
    private const string Scheme = "^([a-zA-Z][a-zA-Z0-9+.-]*)://";
    private const string Start = "^[a-zA-Z][a-zA-Z0-9+.-]*://";
    private const string User = "(?:[^/?#@]*@)?";
    private const string Host = @"\[[^\]/?#]*\]|[^/?#:@]*";

    public override IReadOnlyList<string> Signatures =>
    [
        "parse_url(url: string): dynamic foldable",
        "parseurl(url: string): dynamic hidden obsolete -> parse_url foldable",
    ];

    public override string Doc => "The parts of a URL as a bag: Scheme, Host, Port, Path, Username, Password, Query Parameters, Fragment.";

    public override IReadOnlyList<Example> Examples =>
    [
        new("""parse_url("scheme://username:password@host:1234/this/is/a/path?k1=v1&k2=v2#fragment")""",
            """{"Scheme":"scheme","Host":"host","Port":"1234","Path":"/this/is/a/path","Username":"username","Password":"password","Query Parameters":{"k1":"v1","k2":"v2"},"Fragment":"fragment"}"""),
        new("""parse_url("https://www.bing.com/search?q=a%20b").Host""", "\"www.bing.com\""),
        new("""tostring(parse_url("http://10.0.0.1:8080")["Port"])""", "8080"),
        new("""parse_url("https://[::1]:443/x").Host""", "\"[::1]\""),
        new("""parse_url("https://a.b/c?url=x")["Query Parameters"].url""", "\"x\""),
        new("""tostring(parse_url("no url").Host)""", ""),
    ];

    public override SqlValue Lower(ScalarCall call)
    {
        var url = call[0].ToText();
        return call.ReturnsNotNull(DynamicValues.Bag(
        [
            Part("Scheme", url, Scheme),
            Part("Host", url, Start + User + "(" + Host + ")"),
            Part("Port", url, Start + User + "(?:" + Host + "):([0-9]+)"),
            Part("Path", url, "^(?:[a-zA-Z][a-zA-Z0-9+.-]*://[^/?#]*)?([^?#]*)"),
            Part("Username", url, Start + "([^/?#@:]*)(?::[^/?#@]*)?@"),
            Part("Password", url, Start + "[^/?#@:]*:([^/?#@]*)@"),
            (Expr.Text("Query Parameters"), UrlQuery.Bag(Expr.Call("extract", url, Expr.Text("\\?([^#]*)")))),
            Part("Fragment", url, "#(.*)$"),
        ]));
    }

    private static (SqlExpression Key, SqlExpression Item) Part(string name, SqlExpression url, string pattern) =>
        (Expr.Text(name), new SqlValue(Expr.Call("extract", url, Expr.Text(pattern)), Kql.Symbols.KqlType.String, Nullable: false).ToItem());
}
