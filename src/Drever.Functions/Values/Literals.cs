using System.Globalization;
using Drever.Kql.Binding;
using Drever.Kql.Symbols;
using Drever.Sql;

namespace Drever.Functions.Values;

/// <summary>Literals of a query in their representation.</summary>
public static class Literals
{
    public static SqlValue Of(BoundLiteral literal) => literal.Value switch
    {
        null => TruthValues.NullOf(literal.Type),
        bool value => NotNull(new SqlBool(value), literal.Type),
        int value => NotNull(Expr.Call("toInt32", Expr.Number(value)), literal.Type),
        long value => NotNull(LongOf(value), literal.Type),
        double value => NotNull(Expr.Number(value), literal.Type),
        string value => NotNull(Expr.Text(value), literal.Type),
        Guid value => NotNull(Expr.Cast(Expr.Text(value.ToString("D")), SqlType.Uuid), literal.Type),
        KqlDecimal value => NotNull(DecimalOf(value.Digits), literal.Type),
        KqlDateTime value => NotNull(DateTimeOf(value.Ticks), literal.Type),
        KqlTimeSpan value => NotNull(LongOf(value.Ticks), literal.Type),
        KqlJson value => NotNull(Expr.Text(value.Text is "null" ? "" : value.Text), literal.Type),
        _ => throw new InvalidOperationException($"no literal is a {literal.Value.GetType().Name}"),
    };

    /// <summary>The engine reads large whole numbers as UInt64, which has no common type with the negative ones.</summary>
    internal static SqlExpression LongOf(long value) => value > uint.MaxValue ? Expr.Call("toInt64", Expr.Number(value)) : Expr.Number(value);

    /// <summary>A moment of ticks since 0001-01-01.</summary>
    private static SqlExpression DateTimeOf(long ticks) =>
        Expr.Cast(Expr.Text(new DateTime(ticks, DateTimeKind.Utc).ToString("yyyy-MM-dd HH:mm:ss.fffffff", CultureInfo.InvariantCulture)), SqlType.DateTime);

    private static SqlExpression DecimalOf(string digits)
    {
        var point = digits.IndexOf('.', StringComparison.Ordinal);
        return Expr.Cast(Expr.Text(digits), SqlType.Decimal(point < 0 ? 0 : digits.Length - point - 1));
    }

    private static SqlValue NotNull(SqlExpression sql, KqlType type) => new(sql, type, Nullable: false);
}
