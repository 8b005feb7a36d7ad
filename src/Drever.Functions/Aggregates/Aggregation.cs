using Drever.Functions.Operators;
using Drever.Functions.Values;
using Drever.Kql.Symbols;
using Drever.Sql;

namespace Drever.Functions.Aggregates;

/// <summary>
/// What aggregates share. All ignore nulls. Over no values count, sum, variance and the like give 0, lists are empty, the rest is null.
/// Source: Kusto reference, "summarize operator", "Default values of aggregations".
/// </summary>
internal static class Aggregation
{
    /// <summary>An engine aggregate over the rows that meet a condition, when there is one (a null condition is not met).</summary>
    public static SqlExpression Over(string name, SqlValue? condition, params ReadOnlySpan<SqlExpression> arguments) =>
        condition is { } filter ? new SqlCall(name + "If", [.. arguments, filter.Sql]) : new SqlCall(name, [.. arguments]);

    /// <summary>The same with a parameter: <c>groupArray(10)(x)</c>.</summary>
    public static SqlExpression OverWith(string name, SqlExpression parameter, SqlValue? condition, params ReadOnlySpan<SqlExpression> arguments) =>
        condition is { } filter
            ? new SqlCall(name + "If", [.. arguments, filter.Sql]) { Parameters = [parameter] }
            : new SqlCall(name, [.. arguments]) { Parameters = [parameter] };

    /// <summary>
    /// A value of which some row's is taken: null where there is none. A column that can't be null stands only where groups have rows;
    /// anything else that can't be null asks the engine for NULL rather than its own zero.
    /// </summary>
    public static SqlValue Pick(ScalarCall call, string name, SqlValue value, SqlValue? condition)
    {
        var wide = Wide(value);
        if (value.Type is KqlType.String or KqlType.Dynamic)
            return call.ReturnsNotNull(Over(name, condition, value.Sql));
        return wide.Nullable ? new(Over(name, condition, wide.Sql), call.Type, Nullable: true)
            : wide.Sql is SqlColumn && condition is null ? new(Over(name, null, wide.Sql), call.Type, Nullable: false)
            : new(Over(name + "OrNull", condition, wide.Sql), call.Type, Nullable: true);
    }

    /// <summary>A literal in the width of its type.</summary>
    public static SqlValue Wide(SqlValue value) =>
        value.Sql is SqlInteger && value.Type is KqlType.Long or KqlType.TimeSpan ? value with { Sql = Expr.Call("toInt64", value.Sql) } : value;

    /// <summary>A summable value as a real: moments and spans in ticks.</summary>
    public static SqlExpression AsReal(SqlValue value) => TimeMath.AsNumber(value).To(KqlType.Real).Sql;

    public static SqlValue? Condition(ScalarCall call, int index) => index >= 0 && call.Count > index ? call[index].To(KqlType.Bool) : null;

    /// <summary>The condition that a value is not null too, where the engine would not see it: an empty dynamic.</summary>
    public static SqlValue? WithoutNulls(SqlValue value, SqlValue? condition)
    {
        if (value.Type != KqlType.Dynamic)
            return condition;
        var present = Expr.Not(value.IsNull());
        return new SqlValue(condition is { } filter ? Expr.And(filter.Sql, present) : present, KqlType.Bool, condition?.Nullable ?? false);
    }
}
