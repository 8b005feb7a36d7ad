using Drever.Kql.Symbols;
using Drever.Sql;

namespace Drever.Functions.Values;

/// <summary>
/// <c>tolong()</c> and its relatives: a value that can't be converted is null. Source: Kusto reference, the pages of the to...() functions.
/// </summary>
public static class Conversions
{
    /// <summary>.NET's ticks at 1970-01-01.</summary>
    private const long UnixEpochTicks = 621_355_968_000_000_000;

    /// <summary>A value in another type. String to dynamic is a dynamic string, not parsed JSON.</summary>
    public static SqlValue To(this SqlValue value, KqlType type) => type switch
    {
        _ when type == value.Type => value,
        KqlType.String => value.AsText(),
        KqlType.Dynamic => value.AsDynamic(),
        KqlType.Int or KqlType.Long => ToInteger(value, type),
        KqlType.Real => ToReal(value),
        KqlType.Decimal => ToDecimal(value),
        KqlType.Bool => ToBool(value),
        KqlType.DateTime => ToDateTime(value),
        KqlType.TimeSpan => ToTimeSpan(value),
        KqlType.Guid => ToGuid(value),
        _ => value,
    };

    private static SqlValue ToInteger(SqlValue value, KqlType type)
    {
        var sqlType = SqlTypes.NotNull(type);
        return value.Type switch
        {
            KqlType.Bool => Keep(Expr.Call(type == KqlType.Int ? "toInt32" : "toInt64", value.Sql), value, type),
            KqlType.Int => Keep(Expr.Call("toInt64", value.Sql), value, type),
            KqlType.Long => May(Fit(value.Sql, sqlType), type),
            KqlType.Real or KqlType.Decimal => May(Fit(Expr.Call("trunc", value.Sql), sqlType), type),
            KqlType.DateTime when type == KqlType.Long => Keep(TicksOf(value.Sql), value, type),
            KqlType.TimeSpan => type == KqlType.Long ? value with { Type = type } : May(Fit(value.Sql, sqlType), type),
            KqlType.String => May(IntegerText.Read(value.Sql, type), type),
            KqlType.Dynamic => May(DynamicPaths.Extract(value.Sql, SqlTypes.Of(type)), type),
            _ => TruthValues.NullOf(type),
        };
    }

    private static SqlValue ToReal(SqlValue value) => value.Type switch
    {
        KqlType.Bool or KqlType.Int or KqlType.Long or KqlType.Decimal or KqlType.TimeSpan => Keep(Expr.Call("toFloat64", value.Sql), value, KqlType.Real),
        KqlType.DateTime => Keep(Expr.Call("toFloat64", TicksOf(value.Sql)), value, KqlType.Real),
        KqlType.String => May(Expr.Call("toFloat64OrNull", Expr.Call("trimBoth", value.Sql)), KqlType.Real),
        KqlType.Dynamic => May(DynamicPaths.Extract(value.Sql, SqlTypes.Of(KqlType.Real)), KqlType.Real),
        _ => TruthValues.NullOf(KqlType.Real),
    };

    private static SqlValue ToDecimal(SqlValue value) => value.Type switch
    {
        KqlType.Bool or KqlType.Int or KqlType.Long or KqlType.Real or KqlType.TimeSpan => May(Fit(value.Sql, SqlTypes.NotNull(KqlType.Decimal)), KqlType.Decimal),
        KqlType.String or KqlType.Dynamic => May(
            Expr.Call("toDecimal128OrNull", Expr.Call("trimBoth", value.ToText()), Expr.Number(SqlTypes.DecimalScale)), KqlType.Decimal),
        _ => TruthValues.NullOf(KqlType.Decimal),
    };

    /// <summary>Numbers are true unless zero; texts are the words of either case, or a whole number.</summary>
    private static SqlValue ToBool(SqlValue value) => value.Type switch
    {
        KqlType.Int or KqlType.Long or KqlType.Real or KqlType.Decimal => Keep(Expr.NotEqual(value.Sql, Expr.Number(0)), value, KqlType.Bool),
        KqlType.String or KqlType.Dynamic => May(
            Once.Use("word", value.ToText(), text => Expr.Call(
                "multiIf",
                Expr.Equal(Expr.Call("lower", text), Expr.Text("true")), Expr.True,
                Expr.Equal(Expr.Call("lower", text), Expr.Text("false")), Expr.False,
                Expr.NotEqual(Expr.Call("toInt64OrNull", text), Expr.Number(0)))),
            KqlType.Bool),
        _ => TruthValues.NullOf(KqlType.Bool),
    };

    private static SqlValue ToDateTime(SqlValue value) => value.Type switch
    {
        KqlType.Int or KqlType.Long or KqlType.TimeSpan => May(Once.Use("ticks", value.Sql, Moment), KqlType.DateTime),
        KqlType.Real or KqlType.Decimal => ToDateTime(ToInteger(value, KqlType.Long)),
        KqlType.String or KqlType.Dynamic => May(Once.Use("moment", value.ToText(), TimeText.ReadDateTime), KqlType.DateTime),
        _ => TruthValues.NullOf(KqlType.DateTime),
    };

    /// <summary>Null outside of the years 1 to 9999.</summary>
    private static SqlExpression Moment(SqlExpression ticks) => Expr.If(
        Expr.And(Expr.GreaterOrEqual(ticks, Expr.Number(0)), Expr.LessOrEqual(ticks, Expr.Number(DateTime.MaxValue.Ticks))), FromTicks(ticks), Expr.Null);

    private static SqlValue ToTimeSpan(SqlValue value) => value.Type switch
    {
        KqlType.Int => Keep(Expr.Call("toInt64", value.Sql), value, KqlType.TimeSpan),
        KqlType.Long => value with { Type = KqlType.TimeSpan },
        KqlType.Real or KqlType.Decimal => ToInteger(value, KqlType.Long) with { Type = KqlType.TimeSpan },
        KqlType.DateTime => Keep(TicksOf(value.Sql), value, KqlType.TimeSpan),
        KqlType.String or KqlType.Dynamic => May(TimeText.ReadTimeSpan(value.ToText()), KqlType.TimeSpan),
        _ => TruthValues.NullOf(KqlType.TimeSpan),
    };

    private static SqlValue ToGuid(SqlValue value) => value.Type switch
    {
        KqlType.String or KqlType.Dynamic => May(
            Expr.Call("toUUIDOrNull", Expr.Call("trimBoth", value.ToText(), Expr.Text(" {}()"))), KqlType.Guid),
        _ => TruthValues.NullOf(KqlType.Guid),
    };

    /// <summary>Ticks since 0001-01-01.</summary>
    public static SqlExpression TicksOf(SqlExpression moment) => Expr.Add(Expr.Call("reinterpretAsInt64", moment), Expr.Number(UnixEpochTicks));

    /// <summary>A moment of ticks since 0001-01-01.</summary>
    public static SqlExpression FromTicks(SqlExpression ticks) =>
        Expr.Call("reinterpret", Expr.Call("toInt64", Expr.Subtract(ticks, Expr.Number(UnixEpochTicks))), Expr.Text(SqlType.DateTime.Name));

    private static SqlExpression Fit(SqlExpression number, SqlType type) => Expr.Call("accurateCastOrNull", number, Expr.Text(type.Name));

    private static SqlValue Keep(SqlExpression sql, SqlValue source, KqlType type) => new(sql, type, source.Nullable);

    private static SqlValue May(SqlExpression sql, KqlType type) => new(sql, type, Nullable: true);
}
