using Drever.Functions.Operators;
using Drever.Functions.Values;
using Drever.Sql;

namespace Drever.Functions.Scalar.Time;

/// <summary>Kusto reference, "datetime_diff()": how many boundaries of the unit lie between two moments; weeks begin on Sunday.</summary>
internal sealed class DateTimeDiff : ScalarFunction
{
    public override IReadOnlyList<string> Signatures { get; } =
    [
        "datetime_diff(part: literal string in year/quarter/month/week/day/hour/minute/second/millisecond/microsecond/nanosecond, datetime1: datetime, datetime2: datetime): long foldable",
    ];

    public override string Doc => "How many calendar units the first moment is after the second.";

    public override IReadOnlyList<Example> Examples { get; } =
    [
        new("datetime_diff('year', datetime(2017-01-01), datetime(2000-12-31))", "17"), new("datetime_diff('week', datetime(2017-10-29 00:00), datetime(2017-09-30 23:59))", "5"),
        new("datetime_diff('hour', datetime(2017-10-31 01:00), datetime(2017-10-30 23:59))", "2"),
        new("datetime_diff('nanosecond', datetime(2017-10-30 23:00:00.0000000), datetime(2017-10-30 23:00:00.0000007))", "-700"),
    ];

    public override SqlValue Lower(ScalarCall call)
    {
        var part = call.LiteralText(0)?.ToUpperInvariant();
        return call.Returns(Expr.Subtract(Number(part, call[1].Sql), Number(part, call[2].Sql)));
    }

    /// <summary>The unit that a moment lies in, counted from a common beginning.</summary>
    private static SqlExpression Number(string? part, SqlExpression moment) => part switch
    {
        "YEAR" => Years(moment),
        "QUARTER" => Expr.Add(Expr.Multiply(Years(moment), Expr.Number(4)), Expr.Call("toQuarter", moment)),
        "MONTH" => Expr.Add(Expr.Multiply(Years(moment), Expr.Number(12)), Expr.Call("toMonth", moment)),
        "WEEK" => Moments.Units(Expr.Add(TimeMath.UnixTicks(moment), Expr.Number(Ticks.PerDay)), 7 * Ticks.PerDay),
        "NANOSECOND" => Expr.Multiply(TimeMath.UnixTicks(moment), Expr.Number(100)),
        _ when CalendarUnit.TicksOf(part) is { } ticks => Moments.Units(TimeMath.UnixTicks(moment), ticks),
        _ => Expr.Null,
    };

    private static SqlExpression Years(SqlExpression moment) => Expr.Call("toInt64", Expr.Call("toYear", moment));
}
