using Drever.Functions.Values;
using Drever.Kql.Symbols;
using Drever.Sql;

namespace Drever.Functions.Scalar.Net;

/// <summary>
/// Source: Kusto reference, "parse_user_agent()". The service knows thousands of agents; here the usual ones are known
/// (<see cref="UserAgents"/>), all others are <c>Other</c>.
/// </summary>
internal sealed class ParseUserAgent : ScalarFunction
{
    private static readonly string[] VersionNames = ["MajorVersion", "MinorVersion", "Patch", "PatchMinor"];

    public override IReadOnlyList<string> Signatures => ["parse_user_agent(user_agent: string, look_for: stringorarray?): dynamic foldable"];

    public override string Doc => "Browser, operating system and device that a user agent names.";

    public override IReadOnlyList<Example> Examples =>
    [
        new("""parse_user_agent("Mozilla/5.0 (Windows; U; en-US) AppleWebKit/531.9 (KHTML, like Gecko) AdobeAIR/2.5.1", "browser")""",
            """{"Browser":{"Family":"AdobeAIR","MajorVersion":"2","MinorVersion":"5","Patch":"1"}}"""),
        new("""parse_user_agent("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/91.0.4472.124 Safari/537.36", "os").OperatingSystem.Family""",
            "\"Windows\""),
        new("""parse_user_agent("Mozilla/5.0 (iPhone; CPU iPhone OS 14_4 like Mac OS X) Version/14.0 Mobile/15E148 Safari/604.1", dynamic(["os","device"]))""",
            """{"OperatingSystem":{"Family":"iOS","MajorVersion":"14","MinorVersion":"4","Patch":"","PatchMinor":""},"Device":{"Family":"iPhone","Brand":"Apple","Model":"iPhone"}}"""),
        new("""parse_user_agent("something", "browser").Browser.Family""", "\"Other\""),
    ];

    public override SqlValue Lower(ScalarCall call)
    {
        var agent = call[0].ToText();
        return call.ReturnsNotNull(DynamicValues.Bag(Wanted(call).Select(w => w switch
        {
            "browser" => (Expr.Text("Browser"), Software(agent, UserAgents.Browsers, 3)),
            "os" => (Expr.Text("OperatingSystem"), Software(agent, UserAgents.Systems, 4)),
            _ => (Expr.Text("Device"), Device(agent)),
        })));
    }

    private static List<string> Wanted(ScalarCall call)
    {
        if (call.Count < 2)
            return ["browser", "os", "device"];
        if (Constants.Text(call.Bound[1]) is { } one)
            return Known([one]);
        return ConstantArrays.Items(Constants.Json(call.Bound[1])) is { } names ? Known([.. names.Select(n => n.ToString())]) : ["browser", "os", "device"];
    }

    private static List<string> Known(IReadOnlyList<string> words) => [.. words.Where(w => w is "browser" or "os" or "device").Distinct(StringComparer.Ordinal)];

    private static SqlExpression Software(SqlExpression agent, IReadOnlyList<UserAgentKind> kinds, int numbers) => First(
        agent,
        kinds,
        kind =>
        {
            var groups = Expr.Call("extractGroups", agent, Expr.Text(kind.Pattern));
            return Bag(kind.Family, [.. Enumerable.Range(0, numbers).Select(i =>
                (VersionNames[i], i == 0 && kind.Major is { } major ? Expr.Text(major) : groups.At(i + 1)))]);
        },
        Bag("Other", [.. VersionNames[..numbers].Select(n => (n, Expr.Text("")))]));

    private static SqlExpression Device(SqlExpression agent) => First(
        agent,
        UserAgents.Devices,
        kind =>
        {
            var model = kind.Major is { } fixedModel ? Expr.Text(fixedModel) : Expr.Call("extract", agent, Expr.Text(kind.Pattern));
            var family = kind.Family.Contains("\\1", StringComparison.Ordinal)
                ? Expr.Call("concat", Expr.Text(kind.Family.Replace("\\1", "", StringComparison.Ordinal)), model)
                : Expr.Text(kind.Family);
            return Bag([("Family", family), ("Brand", Expr.Text(kind.Brand)), ("Model", model)]);
        },
        Bag("Other", [("Brand", Expr.Text("")), ("Model", Expr.Text(""))]));

    private static SqlExpression Bag(string family, IReadOnlyList<(string Name, SqlExpression Text)> slots) => Bag([("Family", Expr.Text(family)), .. slots]);

    private static SqlExpression Bag(IReadOnlyList<(string Name, SqlExpression Text)> slots) =>
        DynamicValues.Bag(slots.Select(s => (Expr.Text(s.Name), new SqlValue(s.Text, KqlType.String, Nullable: false).ToItem())));

    private static SqlExpression First(
        SqlExpression agent, IReadOnlyList<UserAgentKind> kinds, Func<UserAgentKind, SqlExpression> then, SqlExpression otherwise) =>
        Expr.Call("multiIf", [.. kinds.SelectMany(k => new[] { Expr.Call("match", agent, Expr.Text(k.Pattern)), then(k) }), otherwise]);
}
