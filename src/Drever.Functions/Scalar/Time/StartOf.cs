using Drever.Functions.Values;
using Drever.Sql;

namespace Drever.Functions.Scalar.Time;

/// <summary>Beginnings and ends of calendar units. Source: Kusto reference, "startofday()", "endofday()" and their relatives; weeks begin on Sunday.</summary>
internal abstract class CalendarFunction(string name, bool isEnd, string naming = "") : ScalarFunction
{
    public override IReadOnlyList<string> Signatures { get; } = [$"{name}(date: datetime, offset: long?): datetime{naming} foldable"];

    public override SqlValue Lower(ScalarCall call)
    {
        var start = Start(call[0].Sql);
        var offset = call.Count > 1 ? call[1].Sql : null;
        if (!isEnd)
            return call.Returns(offset is null ? start : Shift(start, offset));
        var next = Shift(start, offset is null ? Expr.Number(1) : Expr.Add(offset, Expr.Number(1)));
        return call.Returns(Moments.AddTicks(next, Expr.Number(-1)));
    }

    /// <summary>The beginning of the unit that a moment lies in.</summary>
    protected abstract SqlExpression Start(SqlExpression moment);

    /// <summary>The beginning of another unit, so many later.</summary>
    protected abstract SqlExpression Shift(SqlExpression start, SqlExpression units);

    protected static SqlExpression AddDays(SqlExpression start, SqlExpression units, long days) =>
        Moments.AddTicks(start, Expr.Multiply(Expr.Call("toInt64", units), Expr.Number(days * Ticks.PerDay)));
}

internal abstract class DayFunction(string name, bool isEnd, string naming = "") : CalendarFunction(name, isEnd, naming)
{
    protected override SqlExpression Start(SqlExpression moment) => Moments.StartOfDay(moment);

    protected override SqlExpression Shift(SqlExpression start, SqlExpression units) => AddDays(start, units, 1);
}

internal abstract class WeekFunction(string name, bool isEnd) : CalendarFunction(name, isEnd)
{
    protected override SqlExpression Start(SqlExpression moment) => Moments.StartOfWeek(moment);

    protected override SqlExpression Shift(SqlExpression start, SqlExpression units) => AddDays(start, units, 7);
}

internal abstract class MonthFunction(string name, bool isEnd) : CalendarFunction(name, isEnd)
{
    protected override SqlExpression Start(SqlExpression moment) => Moments.StartOfMonth(moment);

    protected override SqlExpression Shift(SqlExpression start, SqlExpression units) => Expr.Call("addMonths", start, units);
}

internal abstract class YearFunction(string name, bool isEnd) : CalendarFunction(name, isEnd)
{
    protected override SqlExpression Start(SqlExpression moment) => Moments.StartOfYear(moment);

    protected override SqlExpression Shift(SqlExpression start, SqlExpression units) => Expr.Call("addYears", start, units);
}

internal sealed class StartOfDay() : DayFunction("startofday", isEnd: false, " as FirstArgument")
{
    public override string Doc => "The beginning of the day, or of one some days later.";

    public override IReadOnlyList<Example> Examples { get; } =
        [new("startofday(datetime(2017-01-01 10:10:17))", "2017-01-01T00:00:00.0000000Z"), new("startofday(datetime(2017-01-01 10:10:17), -1)", "2016-12-31T00:00:00.0000000Z")];
}

internal sealed class EndOfDay() : DayFunction("endofday", isEnd: true)
{
    public override string Doc => "The last moment of the day, or of one some days later.";

    public override IReadOnlyList<Example> Examples { get; } = [new("endofday(datetime(2017-01-01 10:10:17))", "2017-01-01T23:59:59.9999999Z")];
}

internal sealed class StartOfWeek() : WeekFunction("startofweek", isEnd: false)
{
    public override string Doc => "The beginning of the week, a Sunday, or of one some weeks later.";

    public override IReadOnlyList<Example> Examples { get; } =
        [new("startofweek(datetime(2017-01-07 10:10:17))", "2017-01-01T00:00:00.0000000Z"), new("startofweek(datetime(2017-01-01), 1)", "2017-01-08T00:00:00.0000000Z")];
}

internal sealed class EndOfWeek() : WeekFunction("endofweek", isEnd: true)
{
    public override string Doc => "The last moment of the week, or of one some weeks later.";

    public override IReadOnlyList<Example> Examples { get; } = [new("endofweek(datetime(2017-01-01 10:10:17))", "2017-01-07T23:59:59.9999999Z")];
}

internal sealed class StartOfMonth() : MonthFunction("startofmonth", isEnd: false)
{
    public override string Doc => "The beginning of the month, or of one some months later.";

    public override IReadOnlyList<Example> Examples { get; } =
        [new("startofmonth(datetime(2017-01-31 10:10:17))", "2017-01-01T00:00:00.0000000Z"), new("startofmonth(datetime(2017-01-01), -1)", "2016-12-01T00:00:00.0000000Z")];
}

internal sealed class EndOfMonth() : MonthFunction("endofmonth", isEnd: true)
{
    public override string Doc => "The last moment of the month, or of one some months later.";

    public override IReadOnlyList<Example> Examples { get; } = [new("endofmonth(datetime(2024-01-31), 1)", "2024-02-29T23:59:59.9999999Z")];
}

internal sealed class StartOfYear() : YearFunction("startofyear", isEnd: false)
{
    public override string Doc => "The beginning of the year, or of one some years later.";

    public override IReadOnlyList<Example> Examples { get; } = [new("startofyear(datetime(2017-05-07 10:10:17), 1)", "2018-01-01T00:00:00.0000000Z")];
}

internal sealed class EndOfYear() : YearFunction("endofyear", isEnd: true)
{
    public override string Doc => "The last moment of the year, or of one some years later.";

    public override IReadOnlyList<Example> Examples { get; } = [new("endofyear(datetime(2017-01-01))", "2017-12-31T23:59:59.9999999Z")];
}
