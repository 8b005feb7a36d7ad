using Drever.Functions.Operators;
using Drever.Functions.Values;
using Drever.Sql;

namespace Drever.Functions.Scalar.Time;

/// <summary>Kusto reference, "datetime_part()"; the name of the part in any case.</summary>
internal sealed class DatePart : ScalarFunction
{
    private const string Parts = "literal string in year/quarter/month/week_of_year/day/dayofyear/hour/minute/second/millisecond/microsecond/nanosecond";

    public override IReadOnlyList<string> Signatures { get; } =
    [
        $"datetime_part(part: {Parts}, date: datetime): int foldable",
        $"datepart(part: {Parts}, date: datetime): int hidden obsolete -> datetime_part foldable",
    ];

    public override string Doc => "A part of a date as a whole number.";

    public override IReadOnlyList<Example> Examples { get; } =
    [
        new("datetime_part(\"quarter\", datetime(2017-10-30 01:02:03.7654321))", "4"), new("datetime_part(\"dayOfYear\", datetime(2017-10-30))", "303"),
        new("datetime_part(\"microsecond\", datetime(2017-10-30 01:02:03.7654321))", "765432"),
        new("datetime_part(\"nanosecond\", datetime(2017-10-30 01:02:03.7654321))", "765432100"),
    ];

    public override SqlValue Lower(ScalarCall call)
    {
        var date = call[1].Sql;
        return call.Returns(call.LiteralText(0)?.ToUpperInvariant() switch
        {
            "YEAR" => Moments.Part("toYear", date),
            "QUARTER" => Moments.Part("toQuarter", date),
            "MONTH" => Moments.Part("toMonth", date),
            "WEEK_OF_YEAR" or "WEEKOFYEAR" => Moments.Part("toISOWeek", date),
            "DAY" => Moments.Part("toDayOfMonth", date),
            "DAYOFYEAR" => Moments.Part("toDayOfYear", date),
            "HOUR" => Moments.Part("toHour", date),
            "MINUTE" => Moments.Part("toMinute", date),
            "SECOND" => Moments.Part("toSecond", date),
            "MILLISECOND" => Fraction(date, Ticks.PerMillisecond, 1),
            "MICROSECOND" => Fraction(date, Ticks.PerMicrosecond, 1),
            "NANOSECOND" => Fraction(date, 1, 100),
            _ => Expr.Null,
        });
    }

    private static SqlExpression Fraction(SqlExpression date, long unit, long factor)
    {
        var rest = Expr.Call("positiveModulo", TimeMath.UnixTicks(date), Expr.Number(Ticks.PerSecond));
        return Expr.Call("toInt32", Expr.Multiply(Expr.Call("intDiv", rest, Expr.Number(unit)), Expr.Number(factor)));
    }
}
