using Drever.Sql;

namespace Drever.Functions.Values;

/// <summary>Moments and spans of time in text. Source: Kusto reference, "The datetime data type" and "The timespan data type".</summary>
internal static class TimeText
{
    /// <summary>Fewer days than this fit into a timespan.</summary>
    private const long MostDays = 10_675_199;

    /// <summary>
    /// ISO 8601, RFC 822 and the American forms; NULL for anything else. Digits alone and a time without a day, which the engine
    /// would complete with today's, are no datetime.
    /// </summary>
    public static SqlExpression ReadDateTime(SqlExpression text) =>
        Expr.If(
            Expr.Call("match", text, Expr.Text("^[0-9:. ]*$")),
            Expr.Null,
            Expr.Call("parseDateTime64BestEffortUSOrNull", text, Expr.Number(7), Expr.Text("UTC")));

    /// <summary>Ticks of <c>[-][d.]hh:mm[:ss[.fffffff]]</c>, of a number with a unit (<c>1.5h</c>), or of whole days; NULL for anything else.</summary>
    public static SqlExpression ReadTimeSpan(SqlExpression text) =>
        Once.Use("span", text, t => Expr.Call(
            "multiIf",
            Expr.Greater(Expr.Call("position", t, Expr.Text(":")), Expr.Number(0)),
            Clock(Expr.Call("extractGroups", t, Expr.Text("^\\s*(-?)(?:(\\d{1,8})\\.)?(\\d{1,2}):(\\d{1,2})(?::(\\d{1,2})(?:\\.(\\d{1,7}))?)?\\s*$"))),
            Expr.Call("match", t, Expr.Text("[a-z]")),
            WithUnit(Expr.Call("extractGroups", t, Expr.Text("^\\s*(-?\\d+(?:\\.\\d+)?)\\s*([a-z]+)\\s*$"))),
            Expr.If(
                Expr.Less(Expr.Call("abs", Expr.Call("toInt64OrNull", t)), Expr.Number(MostDays)),
                Expr.Multiply(Expr.Call("toInt64OrNull", t), Expr.Number(Ticks.PerDay)),
                Expr.Null)));

    private static SqlExpression Clock(SqlExpression match) =>
        Expr.Call("arrayElement", Expr.Call("arrayMap", Expr.Lambda("part", ClockTicks), Expr.Array(match)), Expr.Number(1));

    private static SqlExpression ClockTicks(SqlExpression groups)
    {
        var days = Expr.Multiply(Part(groups, 2), Expr.Number(Ticks.PerDay));
        var hours = Expr.Multiply(Part(groups, 3), Expr.Number(Ticks.PerHour));
        var minutes = Expr.Multiply(Part(groups, 4), Expr.Number(Ticks.PerMinute));
        var seconds = Expr.Multiply(Part(groups, 5), Expr.Number(Ticks.PerSecond));
        var fraction = Expr.Call("toInt64OrZero", Expr.Call("rightPad", Text(groups, 6), Expr.Number(7), Expr.Text("0")));
        var size = Expr.Add(Expr.Add(Expr.Add(Expr.Add(days, hours), minutes), seconds), fraction);
        var sign = Expr.If(Expr.Equal(Text(groups, 1), Expr.Text("-")), Expr.Number(-1), Expr.Number(1));
        var inRange = Expr.And(
            Expr.Less(Part(groups, 2), Expr.Number(MostDays)), Expr.And(Expr.Less(Part(groups, 3), Expr.Number(24)), Expr.And(Expr.Less(Part(groups, 4), Expr.Number(60)), Expr.Less(Part(groups, 5), Expr.Number(60)))));
        return Expr.If(Expr.And(Expr.Call("notEmpty", groups), inRange), Expr.Multiply(sign, size), Expr.Null);
    }

    private static SqlExpression WithUnit(SqlExpression match)
    {
        // days, hours, minutes, seconds, and the smaller ones
        (string Word, long Ticks)[] units =
        [
            ("d", Ticks.PerDay), ("day", Ticks.PerDay), ("days", Ticks.PerDay),
            ("h", Ticks.PerHour), ("hr", Ticks.PerHour), ("hrs", Ticks.PerHour), ("hour", Ticks.PerHour), ("hours", Ticks.PerHour),
            ("m", Ticks.PerMinute), ("min", Ticks.PerMinute), ("minute", Ticks.PerMinute), ("minutes", Ticks.PerMinute),
            ("s", Ticks.PerSecond), ("sec", Ticks.PerSecond), ("second", Ticks.PerSecond), ("seconds", Ticks.PerSecond),
            ("ms", Ticks.PerMillisecond), ("milli", Ticks.PerMillisecond), ("millis", Ticks.PerMillisecond), ("millisec", Ticks.PerMillisecond),
            ("millisecond", Ticks.PerMillisecond), ("milliseconds", Ticks.PerMillisecond),
            ("micro", Ticks.PerMicrosecond), ("micros", Ticks.PerMicrosecond), ("microsec", Ticks.PerMicrosecond),
            ("microsecond", Ticks.PerMicrosecond), ("microseconds", Ticks.PerMicrosecond),
            ("tick", 1), ("ticks", 1),
        ];
        var words = Expr.Array([.. units.Select(u => Expr.Text(u.Word))]);
        var sizes = Expr.Array([.. units.Select(u => Expr.Number(u.Ticks))]);
        return Expr.Call(
            "arrayElement",
            Expr.Call(
                "arrayMap",
                Expr.Lambda("part", groups => Expr.Call(
                    "accurateCastOrNull",
                    Expr.Call("trunc", Expr.Multiply(
                        Expr.Call("toFloat64OrNull", Text(groups, 1)),
                        Expr.Call("transform", Text(groups, 2), words, sizes, Expr.Null))),
                    Expr.Text(SqlType.Int64.Name))),
                Expr.Array(match)),
            Expr.Number(1));
    }

    private static SqlExpression Text(SqlExpression groups, int number) => Expr.Call("arrayElement", groups, Expr.Number(number));

    private static SqlExpression Part(SqlExpression groups, int number) => Expr.Call("toInt64OrZero", Text(groups, number));
}
