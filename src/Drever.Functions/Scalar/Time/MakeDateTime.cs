using Drever.Functions.Operators;
using Drever.Functions.Values;
using Drever.Kql.Symbols;
using Drever.Sql;

namespace Drever.Functions.Scalar.Time;

/// <summary>Kusto reference, "make_datetime()": null when the numbers are no date.</summary>
internal sealed class MakeDateTime : ScalarFunction
{
    public override IReadOnlyList<string> Signatures { get; } =
    [
        "make_datetime(year: number, month: number, day: number, hour: number?, minute: number?, second: number?): datetime as OnlyArgument foldable",
        "make_datetime(value: scalar): datetime as OnlyArgument foldable",
    ];

    public override string Doc => "The moment of a year, month, day, and hour, minute and second where given.";

    public override IReadOnlyList<Example> Examples { get; } =
    [
        new("make_datetime(2017,10,01)", "2017-10-01T00:00:00.0000000Z"), new("make_datetime(2017,10,01,12,10)", "2017-10-01T12:10:00.0000000Z"),
        new("make_datetime(2017,10,01,12,11,0.1234567)", "2017-10-01T12:11:00.1234567Z"), new("isnull(make_datetime(2017,02,30))", "true"),
    ];

    public override SqlValue Lower(ScalarCall call)
    {
        if (call.Count == 1)
            return call[0].To(KqlType.DateTime);
        var year = Whole(call, 0);
        var month = Whole(call, 1);
        var day = Whole(call, 2);
        var hour = call.Count > 3 ? Whole(call, 3) : Expr.Number(0);
        var minute = call.Count > 4 ? Whole(call, 4) : Expr.Number(0);
        var secondTicks = call.Count > 5
            ? TimeMath.SpanOfReal(Expr.Multiply(call[5].To(KqlType.Real).Sql, Expr.Number((double)Ticks.PerSecond))).Sql
            : Expr.Number(0);
        var inDay = Expr.Add(
            Expr.Add(Expr.Multiply(hour, Expr.Number(Ticks.PerHour)), Expr.Multiply(minute, Expr.Number(Ticks.PerMinute))), secondTicks);

        // from the first day of the month on; a day too many shows as another month
        var first = Expr.Call("addMonths", Expr.Cast(Expr.Text("0001-01-01 00:00:00.0000000"), SqlType.DateTime), Expr.Add(Expr.Multiply(Expr.Subtract(year, Expr.Number(1)), Expr.Number(12)), Expr.Subtract(month, Expr.Number(1))));
        var date = TimeMath.ShiftSql(first, Expr.Multiply(Expr.Subtract(day, Expr.Number(1)), Expr.Number(Ticks.PerDay)));
        SqlExpression[] rules =
        [
            Within(year, 1, 9999), Within(month, 1, 12), Within(day, 1, 31), Within(hour, 0, 23), Within(minute, 0, 59), Within(secondTicks, 0, Ticks.PerMinute - 1),
            Expr.Equal(Expr.Call("toMonth", date), month),
        ];
        return call.ReturnsNullable(Expr.If(rules.Aggregate(Expr.And), TimeMath.ShiftSql(date, inDay), Expr.Null));
    }

    private static SqlExpression Whole(ScalarCall call, int index) => Expr.Call("toInt64", call[index].To(KqlType.Long).Sql);

    private static SqlExpression Within(SqlExpression number, long from, long to) =>
        Expr.And(Expr.GreaterOrEqual(number, Expr.Number(from)), Expr.LessOrEqual(number, Expr.Number(to)));
}
