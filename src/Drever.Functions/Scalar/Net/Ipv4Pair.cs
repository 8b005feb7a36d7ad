using Drever.Functions.Values;
using Drever.Sql;

namespace Drever.Functions.Scalar.Net;

/// <summary>Two IPv4 texts, cut to the shortest of their prefixes and of a given one.</summary>
internal static class Ipv4Pair
{
    public static SqlExpression Compare(ScalarCall call, Func<SqlExpression, SqlExpression, SqlExpression> compare)
    {
        var (first, second) = (call[0].ToText(), call[1].ToText());
        var prefixes = new List<SqlExpression> { Ipv4.Prefix(first), Ipv4.Prefix(second) };
        if (call.Count > 2)
            prefixes.Add(call[2].Integer(32));
        var known = prefixes.OfType<SqlInteger>().Count() == prefixes.Count;
        var prefix = known ? Expr.Number(prefixes.OfType<SqlInteger>().Min(p => p.Value)) : Expr.Call("least", [.. prefixes]);
        return Once.Use("prefix", prefix, p => compare(Ipv4.Masked(Ipv4.Address(first), p), Ipv4.Masked(Ipv4.Address(second), p)));
    }
}
