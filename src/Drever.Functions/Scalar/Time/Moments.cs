using Drever.Functions.Operators;
using Drever.Functions.Values;
using Drever.Sql;

namespace Drever.Functions.Scalar.Time;

/// <summary>
/// Beginnings of calendar units, computed from ticks: the engine's own functions give a Date or DateTime, which reach from 1970 to the
/// 22nd century only, while its parts of a date (toYear, toDayOfMonth, ...) are right for all of KQL's years.
/// </summary>
internal static class Moments
{
    /// <summary>Ticks at 1970-01-01, counted from 0001-01-01.</summary>
    public const long UnixEpoch = 621_355_968_000_000_000;

    public static SqlExpression Part(string function, SqlExpression moment) => Expr.Call("toInt32", Expr.Call(function, moment));

    /// <summary>The last multiple of a span, counted from 0001-01-01, that is not later.</summary>
    public static SqlExpression Floor(SqlExpression moment, long span) => TimeMath.FromUnixTicks(FloorTicks(TimeMath.UnixTicks(moment), span));

    /// <summary>The same in ticks since 1970: the year 1 is where all moments are positive, so that the division rounds down.</summary>
    public static SqlExpression FloorTicks(SqlExpression unixTicks, long span) =>
        Expr.Subtract(Expr.Multiply(Units(unixTicks, span), Expr.Number(span)), Expr.Number(UnixEpoch));

    /// <summary>How many whole spans since 0001-01-01.</summary>
    public static SqlExpression Units(SqlExpression unixTicks, long span) =>
        Expr.Call("intDiv", Expr.Add(unixTicks, Expr.Number(UnixEpoch)), Expr.Number(span));

    public static SqlExpression StartOfDay(SqlExpression moment) => Floor(moment, Ticks.PerDay);

    /// <summary>Weeks begin on Sunday; 0001-01-01 was a Monday.</summary>
    public static SqlExpression StartOfWeek(SqlExpression moment) =>
        TimeMath.FromUnixTicks(Expr.Subtract(
            FloorTicks(Expr.Add(TimeMath.UnixTicks(moment), Expr.Number(Ticks.PerDay)), 7 * Ticks.PerDay), Expr.Number(Ticks.PerDay)));

    public static SqlExpression StartOfMonth(SqlExpression moment) => DaysBefore(moment, "toDayOfMonth");

    public static SqlExpression StartOfYear(SqlExpression moment) => DaysBefore(moment, "toDayOfYear");

    public static SqlExpression AddTicks(SqlExpression moment, SqlExpression ticks) => TimeMath.ShiftSql(moment, ticks);

    private static SqlExpression DaysBefore(SqlExpression moment, string dayFunction) =>
        TimeMath.FromUnixTicks(Expr.Subtract(
            FloorTicks(TimeMath.UnixTicks(moment), Ticks.PerDay),
            Expr.Multiply(Expr.Subtract(Expr.Call("toInt64", Expr.Call(dayFunction, moment)), Expr.Number(1)), Expr.Number(Ticks.PerDay))));
}
