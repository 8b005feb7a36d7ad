using System.Collections.Immutable;
using Drever.Functions.Values;
using Drever.Kql.Binding;
using Drever.Kql.Symbols;
using Drever.Sql;

namespace Drever.Functions.Scalar.Net;

/// <summary>Source: Kusto reference, "ipv4_is_in_any_range()": null when the address is none, or when no range matches and one of them is none.</summary>
internal sealed class Ipv4IsInAnyRange : ScalarFunction
{
    public override IReadOnlyList<string> Signatures =>
    [
        "ipv4_is_in_any_range(ip: stringordynamic, ranges: string{1,}): bool",
        "ipv4_is_in_any_range(ip: stringordynamic, ranges: dynamicarray): bool",
    ];

    public override string Doc => "Whether an IPv4 address is in one of several ranges.";

    public override IReadOnlyList<Example> Examples =>
    [
        new("""ipv4_is_in_any_range("192.168.1.6", "192.168.1.1/24", "10.0.0.1/8", "127.1.0.1/16")""", "true"),
        new("""ipv4_is_in_any_range("127.0.0.1", dynamic(["127.0.0.1", "192.168.1.1"]))""", "true"),
        new("""ipv4_is_in_any_range("123.1.11.21", dynamic(["192.168.1.1/16", "127.0.0.1/8", "10.0.0.1/8"]))""", "false"),
        new("""ipv4_is_in_any_range("none", "10.0.0.0/8")""", ""),
    ];

    public override SqlValue Lower(ScalarCall call)
    {
        var address = Ipv4.Address(call[0].ToText());
        if (call[1].Type == KqlType.String)
            return call.ReturnsNullable(Once.Use("ip", address, ip => call.Arguments.Skip(1).Select(a => Ipv4.IsIn(ip, a.ToText())).Aggregate(Expr.Or)));
        if (Ranges(call.Bound) is { } constants)
            return call.ReturnsNullable(Once.Use("ip", address, ip => constants.Select(c => Ipv4.IsIn(ip, Expr.Text(c))).Aggregate(Expr.Or)));
        return call.ReturnsNullable(Once.Use("ip", address, ip => Expr.If(
            Expr.IsNull(ip),
            Expr.Null,
            Expr.Call("arrayExists", Expr.Lambda("range", r => Expr.Call("ifNull", Ipv4.IsIn(ip, r), Expr.False)), call[1].DynamicTexts()))));
    }

    /// <summary>The texts of a constant array; null when it is none, or longer than comparisons in a row are good for.</summary>
    private static List<string>? Ranges(ImmutableArray<BoundExpression> arguments)
    {
        var ranges = ConstantArrays.Items(Constants.Json(arguments[1]))?.Select(r => r.ToString()).ToList();
        return ranges?.Count is > 0 and <= 64 ? ranges : null;
    }
}
