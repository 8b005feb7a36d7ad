using Drever.Functions.Values;
using Drever.Sql;

namespace Drever.Functions.Scalar.Time;

/// <summary>Kusto reference, "datetime_add()": a day that a month lacks becomes its last.</summary>
internal sealed class DateTimeAdd : ScalarFunction
{
    public override IReadOnlyList<string> Signatures { get; } =
    [
        "datetime_add(part: literal string in year/quarter/month/week/day/hour/minute/second/millisecond/microsecond/nanosecond, value: integer, datetime: datetime): datetime foldable",
    ];

    public override string Doc => "A moment some calendar units later.";

    public override IReadOnlyList<Example> Examples { get; } =
    [
        new("datetime_add('year', -5, make_datetime(2017,1,1))", "2012-01-01T00:00:00.0000000Z"), new("datetime_add('quarter', 12, make_datetime(2017,1,1))", "2020-01-01T00:00:00.0000000Z"),
        new("datetime_add('month', 1, datetime(2024-01-31))", "2024-02-29T00:00:00.0000000Z"), new("datetime_add('week', 100, make_datetime(2017,1,1))", "2018-12-02T00:00:00.0000000Z"),
    ];

    public override SqlValue Lower(ScalarCall call)
    {
        var (count, moment) = (call[1].Sql, call[2].Sql);
        return call.Returns(call.LiteralText(0)?.ToUpperInvariant() switch
        {
            "YEAR" => Expr.Call("addYears", moment, count),
            "QUARTER" => Expr.Call("addMonths", moment, Expr.Multiply(count, Expr.Number(3))),
            "MONTH" => Expr.Call("addMonths", moment, count),
            "NANOSECOND" => Moments.AddTicks(moment, Expr.Call("intDiv", Expr.Call("toInt64", count), Expr.Number(100))),
            var part when CalendarUnit.TicksOf(part) is { } ticks => Moments.AddTicks(moment, Expr.Multiply(Expr.Call("toInt64", count), Expr.Number(ticks))),
            _ => Expr.Null,
        });
    }
}

/// <summary>Units of a fixed length.</summary>
internal static class CalendarUnit
{
    public static long? TicksOf(string? part) => part switch
    {
        "WEEK" => 7 * Ticks.PerDay,
        "DAY" => Ticks.PerDay,
        "HOUR" => Ticks.PerHour,
        "MINUTE" => Ticks.PerMinute,
        "SECOND" => Ticks.PerSecond,
        "MILLISECOND" => Ticks.PerMillisecond,
        "MICROSECOND" => Ticks.PerMicrosecond,
        _ => null,
    };
}
