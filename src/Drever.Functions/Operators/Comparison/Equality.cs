using Drever.Functions.Values;
using Drever.Kql.Symbols;
using Drever.Sql;

namespace Drever.Functions.Operators;

/// <summary>
/// Equality with KQL's nulls: one null is different from any value, two nulls give null.
/// Source: Kusto reference, "Null values".
/// </summary>
internal static class Equality
{
    public static SqlValue Equal(ScalarCall call, SqlValue left, SqlValue right)
    {
        var (l, r) = Comparable.ForEquality(left, right);
        var equal = Expr.Equal(l.Sql, r.Sql);
        if (Exact(left, right) is { } exact)
            equal = Expr.And(equal, exact);
        if (call.InFilter || (!l.Nullable && !r.Nullable))
            return call.TruthOrNull(equal, l.Nullable || r.Nullable);
        return l.Nullable && r.Nullable
            ? call.TruthOrNull(Expr.Call("ifNull", equal, Expr.If(BothNull(l, r), Expr.Null, Expr.False)), nullable: true)
            : call.Truth(Expr.Call("ifNull", equal, Expr.False));
    }

    public static SqlValue NotEqual(ScalarCall call, SqlValue left, SqlValue right)
    {
        var (l, r) = Comparable.ForEquality(left, right);
        var different = Expr.NotEqual(l.Sql, r.Sql);
        if (Exact(left, right) is { } exact)
            different = Expr.Or(different, Expr.Not(exact));
        if (!l.Nullable && !r.Nullable)
            return call.Truth(different);
        if (!l.Nullable || !r.Nullable)
            return call.Truth(Expr.Call("ifNull", different, Expr.True));
        return call.InFilter
            ? call.Truth(Expr.Call("ifNull", different, Expr.NotEqual(Expr.IsNull(l.Sql), Expr.IsNull(r.Sql))))
            : call.TruthOrNull(Expr.Call("ifNull", different, Expr.If(BothNull(l, r), Expr.Null, Expr.True)), nullable: true);
    }

    /// <summary>
    /// A dynamic and a whole number are compared as reals, which can't tell large neighbours apart; this settles those.
    /// </summary>
    private static SqlExpression? Exact(SqlValue left, SqlValue right)
    {
        if (right.Type == KqlType.Dynamic)
            (left, right) = (right, left);
        return left.Type == KqlType.Dynamic && right.Type.IsInteger() && !Comparable.IsExactAsReal(right)
            ? Expr.Equal(left.To(KqlType.Long).Sql, right.Sql)
            : null;
    }

    private static SqlExpression BothNull(SqlValue left, SqlValue right) => Expr.And(Expr.IsNull(left.Sql), Expr.IsNull(right.Sql));
}
