using Drever.Functions.Operators;
using Drever.Functions.Values;
using Drever.Sql;

namespace Drever.Functions.Scalar.Time;

/// <summary>One number of a date. Source: Kusto reference, the page of the function.</summary>
internal abstract class DatePartFunction(string engineName, params string[] declarations) : ScalarFunction
{
    public override IReadOnlyList<string> Signatures { get; } = declarations;

    public override SqlValue Lower(ScalarCall call) => call.Returns(Moments.Part(engineName, call[0].Sql));
}

internal sealed class DayOfMonth() : DatePartFunction("toDayOfMonth", "dayofmonth(date: datetime): int foldable")
{
    public override string Doc => "The day of the month, from 1.";

    public override IReadOnlyList<Example> Examples { get; } = [new("dayofmonth(datetime(2015-12-14))", "14")];
}

internal sealed class DayOfYear() : DatePartFunction("toDayOfYear", "dayofyear(date: datetime): int foldable")
{
    public override string Doc => "The day of the year, from 1.";

    public override IReadOnlyList<Example> Examples { get; } = [new("dayofyear(datetime(2015-12-14))", "348")];
}

internal sealed class HourOfDay() : DatePartFunction("toHour", "hourofday(date: datetime): int foldable")
{
    public override string Doc => "The hour, 0 to 23.";

    public override IReadOnlyList<Example> Examples { get; } = [new("hourofday(datetime(2015-12-14 18:54))", "18")];
}

internal sealed class MonthOfYear() : DatePartFunction("toMonth", "monthofyear(date: datetime): int foldable", "getmonth(date: datetime): int foldable")
{
    public override string Doc => "The month, 1 to 12.";

    public override IReadOnlyList<Example> Examples { get; } = [new("monthofyear(datetime(2015-12-14))", "12")];
}

internal sealed class GetYear() : DatePartFunction("toYear", "getyear(date: datetime): int foldable")
{
    public override string Doc => "The year.";

    public override IReadOnlyList<Example> Examples { get; } = [new("getyear(datetime(2015-10-12))", "2015")];
}

internal sealed class WeekOfYear() : DatePartFunction(
    "toISOWeek", "week_of_year(date: datetime): int foldable", "weekofyear(date: datetime): int hidden obsolete -> week_of_year foldable")
{
    public override string Doc => "The number of the week by ISO 8601.";

    public override IReadOnlyList<Example> Examples { get; } = [new("week_of_year(datetime(2000-12-31))", "52"), new("week_of_year(datetime(2020-01-01))", "1")];
}

/// <summary>Kusto reference, "dayofweek()": days since the Sunday before, as a timespan.</summary>
internal sealed class DayOfWeek : ScalarFunction
{
    public override IReadOnlyList<string> Signatures { get; } = ["dayofweek(date: datetime): timespan foldable"];

    public override string Doc => "The time since the Sunday before, in days.";

    public override IReadOnlyList<Example> Examples { get; } =
        [new("dayofweek(datetime(1947-11-30 10:00:05))", "00:00:00"), new("dayofweek(datetime(1970-05-11))", "1.00:00:00")];

    public override SqlValue Lower(ScalarCall call)
    {
        var days = Expr.Call("modulo", Moments.Units(Expr.Add(TimeMath.UnixTicks(call[0].Sql), Expr.Number(Ticks.PerDay)), Ticks.PerDay), Expr.Number(7));
        return call.Returns(Expr.Multiply(Expr.Call("toInt64", days), Expr.Number(Ticks.PerDay)));
    }
}
