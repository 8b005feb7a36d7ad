using System.Globalization;
using Drever.Functions.Values;
using Drever.Kql.Symbols;
using Drever.Sql;

namespace Drever.Functions.Operators;

/// <summary>Moments and spans of time in ticks.</summary>
internal static class TimeMath
{
    private const string Format = "yyyy-MM-dd HH:mm:ss.fffffff";

    /// <summary>A moment and a number of ticks after it.</summary>
    public static SqlValue Shift(SqlValue moment, SqlExpression ticks, bool nullable) =>
        new(ShiftSql(moment.Sql, ticks), KqlType.DateTime, moment.Nullable || nullable);

    public static SqlExpression ShiftSql(SqlExpression moment, SqlExpression ticks) =>
        ShiftConstant(moment, ticks) ?? FromUnixTicks(Expr.Add(UnixTicks(moment), ticks));

    /// <summary>A literal moment, such as the query's now, and a literal span: <c>ago(7d)</c> is a literal again.</summary>
    private static SqlCast? ShiftConstant(SqlExpression moment, SqlExpression ticks)
    {
        if (moment is not SqlCast { Operand: SqlString { Value: var text } } cast || cast.Type != SqlType.DateTime || Arithmetic.ConstantOf(ticks) is not { } span
            || !DateTime.TryParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var from))
            return null;
        var room = span < 0 ? from.Ticks : DateTime.MaxValue.Ticks - from.Ticks;
        return span != long.MinValue && Math.Abs(span) <= room
            ? cast with { Operand = new SqlString(from.AddTicks(span).ToString(Format, CultureInfo.InvariantCulture)) }
            : null;
    }

    /// <summary>Ticks since 1970.</summary>
    public static SqlExpression UnixTicks(SqlExpression moment) =>
        moment is SqlCall { Name: "reinterpret", Arguments: [SqlCall { Name: "toInt64", Arguments: [var ticks] }, SqlString { Value: var type }] } && type == SqlType.DateTime.Name
            ? ticks
            : Expr.Call("reinterpretAsInt64", moment);

    /// <summary>The moment of ticks since 1970.</summary>
    public static SqlExpression FromUnixTicks(SqlExpression ticks) =>
        Expr.Call("reinterpret", Expr.Call("toInt64", ticks), Expr.Text(SqlType.DateTime.Name));

    /// <summary>A real number of ticks as a span: rounded to the nearest, null when it is none.</summary>
    public static SqlValue SpanOfReal(SqlExpression ticks) =>
        new(Expr.Call("accurateCastOrNull", Expr.Call("round", ticks), Expr.Text(SqlType.Int64.Name)), KqlType.TimeSpan, Nullable: true);

    /// <summary>Any summable value as a number: moments and spans in ticks (moments since year 1), dynamics as reals.</summary>
    public static SqlValue AsNumber(SqlValue value) => value.Type switch
    {
        KqlType.DateTime => new SqlValue(Conversions.TicksOf(value.Sql), KqlType.Long, value.Nullable),
        KqlType.TimeSpan => value with { Type = KqlType.Long },
        KqlType.Dynamic => value.To(KqlType.Real),
        _ => value,
    };
}
