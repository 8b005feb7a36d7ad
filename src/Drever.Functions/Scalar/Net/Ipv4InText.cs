using Drever.Functions.Values;
using Drever.Kql.Symbols;
using Drever.Sql;

namespace Drever.Functions.Scalar.Net;

/// <summary>
/// The search for IPv4 addresses in a text, between characters that are neither letters nor digits. Source: Kusto reference, "has_ipv4()".
/// Argument 0 is the text, the others are what is looked for, or one array of it.
/// </summary>
internal static class Ipv4InText
{
    private const string Before = "(?:^|[^0-9A-Za-z])";
    private const string After = "(?:$|[^0-9A-Za-z])";

    public static SqlValue Find(ScalarCall call, bool byPrefix)
    {
        var text = call[0].ToText();
        var wanted = call[1].Type != KqlType.Dynamic
            ? [.. call.Arguments.Skip(1).Select(a => a.ToText())]
            : ConstantArrays.Items(Constants.Json(call.Bound[1]))?.Select(i => Expr.Text(i.ToString())).ToList();
        if (wanted is not null)
            return call.ReturnsNotNull(wanted.Select(w => Has(text, w, byPrefix)).Aggregate(Expr.False, Expr.Or));
        return call.ReturnsNotNull(Expr.Call("arrayExists", Expr.Lambda("ip", ip => Has(text, ip, byPrefix)), call[1].DynamicTexts()));
    }

    private static SqlExpression Has(SqlExpression text, SqlExpression ip, bool byPrefix)
    {
        if (ip is SqlString { Value: var constant })
            return ConstantPattern(constant, byPrefix) is { } pattern ? Expr.Call("match", text, Expr.Text(pattern)) : Expr.False;
        return Expr.And(
            byPrefix
                ? Expr.Or(Expr.Call("match", ip, Expr.Text("^(?:[0-9]{1,3}\\.){1,3}$")), Expr.Call("isIPv4String", ip))
                : Expr.Call("isIPv4String", ip),
            Expr.Call("match", text, Pattern(ip, byPrefix)));
    }

    /// <summary>Null for what is no address, or no prefix of one that ends with a dot.</summary>
    private static string? ConstantPattern(string ip, bool byPrefix)
    {
        var dots = ip.Count(c => c == '.');
        var whole = ip + (ip.EndsWith('.') ? "0" : "") + string.Concat(Enumerable.Repeat(".0", Math.Max(0, 3 - dots)));
        if (ip.Contains('/', StringComparison.Ordinal) || Ipv4.TryRead(whole) is null || (!ip.EndsWith('.') && dots < 3) || (ip.EndsWith('.') && !byPrefix))
            return null;
        var rest = ip.EndsWith('.') ? string.Concat(Enumerable.Repeat("[0-9]{1,3}\\.", 3 - dots)) + "[0-9]{1,3}" : "";
        return Before + ip.Replace(".", "\\.", StringComparison.Ordinal) + rest + After;
    }

    private static SqlExpression Pattern(SqlExpression ip, bool byPrefix)
    {
        var quoted = Expr.Call("regexpQuoteMeta", ip);
        if (!byPrefix)
            return Expr.Call("concat", Expr.Text(Before), quoted, Expr.Text(After));
        var missing = Expr.Subtract(Expr.Number(3), Expr.Call("countSubstrings", ip, Expr.Text(".")));
        var rest = Expr.If(
            Expr.Call("endsWith", ip, Expr.Text(".")),
            Expr.Call("concat", Expr.Call("repeat", Expr.Text("[0-9]{1,3}\\."), Expr.Call("greatest", missing, Expr.Number(0))), Expr.Text("[0-9]{1,3}")),
            Expr.Text(""));
        return Expr.Call("concat", Expr.Text(Before), quoted, rest, Expr.Text(After));
    }
}
