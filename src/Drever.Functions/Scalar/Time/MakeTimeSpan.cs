using Drever.Functions.Operators;
using Drever.Functions.Values;
using Drever.Kql.Symbols;
using Drever.Sql;

namespace Drever.Functions.Scalar.Time;

/// <summary>Kusto reference, "make_timespan()": the page's own example has a fraction of a second.</summary>
internal sealed class MakeTimeSpan : ScalarFunction
{
    public override IReadOnlyList<string> Signatures { get; } =
    [
        "make_timespan(days: integer, hours: integer, minutes: integer, seconds: number): timespan as OnlyArgument foldable",
        "make_timespan(hours: integer, minutes: integer, seconds: number?): timespan as OnlyArgument foldable",
        "make_timespan(value: scalar): timespan as OnlyArgument foldable",
    ];

    public override string Doc => "The timespan of days, hours, minutes and seconds.";

    public override IReadOnlyList<Example> Examples { get; } =
        [new("make_timespan(1,12,30,55.123)", "1.12:30:55.1230000"), new("make_timespan(12,30)", "12:30:00"), new("make_timespan(\"01:02:03\")", "01:02:03")];

    public override SqlValue Lower(ScalarCall call)
    {
        if (call.Count == 1)
            return call[0].To(KqlType.TimeSpan);
        var parts = call.Arguments;
        SqlExpression? sum = call.Count == 4 ? Unit(parts[0], Ticks.PerDay) : null;
        if (call.Count == 4)
            parts = parts.RemoveAt(0);
        var hours = Unit(parts[0], Ticks.PerHour);
        sum = sum is null ? hours : Expr.Add(sum, hours);
        sum = Expr.Add(sum, Unit(parts[1], Ticks.PerMinute));
        if (parts.Length > 2)
            sum = Expr.Add(sum, Unit(parts[2], Ticks.PerSecond));
        return parts.Any(p => !p.Type.IsInteger()) ? call.ReturnsNullable(sum) : call.Returns(sum);
    }

    private static SqlExpression Unit(SqlValue number, long ticks) =>
        number.Type.IsInteger()
            ? Expr.Multiply(Expr.Call("toInt64", number.Sql), Expr.Number(ticks))
            : TimeMath.SpanOfReal(Expr.Multiply(number.To(KqlType.Real).Sql, Expr.Number((double)ticks))).Sql;
}
