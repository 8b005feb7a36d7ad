using Drever.Functions.Operators;
using Drever.Functions.Values;
using Drever.Kql.Symbols;
using Drever.Sql;

namespace Drever.Functions.Aggregates;

/// <summary>Kusto reference, "avg()", "avgif()": null over no values; moments and spans in whole ticks.</summary>
internal abstract class AverageAggregate(string name, bool hasCondition) : AggregateFunction
{
    private static readonly (string Parameter, string Result)[] Types =
        [("integer", "real"), ("real", "real"), ("decimal", "decimal"), ("timespan", "timespan"), ("datetime", "datetime")];

    public override IReadOnlyList<string> Signatures { get; } =
        [.. Types.Select(t => $"{name}(expr: {t.Parameter}{(hasCondition ? ", predicate: bool" : "")}): {t.Result} as PrefixAndFirstArgument({name})")];

    public override SqlValue Lower(ScalarCall call)
    {
        var condition = Aggregation.Condition(call, hasCondition ? 1 : -1);
        if (call.Type is KqlType.Real)
            return Aggregation.Pick(call, "avg", call[0], condition);
        if (call.Type is KqlType.Decimal)
            return OfDecimals(call, condition);

        // ticks of moments add up to more than 64 bits, and a real would lose some of them
        var ticks = TimeMath.AsNumber(call[0]);
        var sum = Aggregation.Over("sum", condition, Expr.Call("toInt128", ticks.Sql));
        var average = Expr.Call("toInt64", Expr.Call("intDivOrNull", sum, Aggregation.Over("count", condition, ticks.Sql)));
        return call.ReturnsNullable(call.Type == KqlType.DateTime ? Conversions.FromTicks(average) : average);
    }

    private static SqlValue OfDecimals(ScalarCall call, SqlValue? condition)
    {
        var count = Aggregation.Over("count", condition, call[0].Sql);
        var sum = Aggregation.Over("sum", condition, call[0].Sql);
        var average = Expr.Call("divideDecimal", Expr.Call("ifNull", sum, Expr.Number(0)), Expr.Call("toDecimal128", Expr.Call("greatest", count, Expr.Number(1)), Expr.Number(0)), Expr.Number(SqlTypes.DecimalScale));
        return call.ReturnsNullable(Expr.If(
            Expr.Equal(count, Expr.Number(0)), Expr.Null, Expr.Call("toDecimal128OrNull", Expr.Call("toString", average), Expr.Number(SqlTypes.DecimalScale))));
    }
}

internal sealed class Avg() : AverageAggregate("avg", hasCondition: false)
{
    public override string Doc => "The average of numbers, timespans or moments.";

    public override IReadOnlyList<Example> Examples { get; } =
    [
        new("avg(x)", "2.5") { Over = "range x from 1 to 4 step 1" }, new("avg(x)", "") { Over = "datatable(x: long)[]" },
        new("avg(x)", "00:45:00") { Over = "datatable(x: timespan)[1h, 30m]" },
        new("avg(x)", "2024-01-02T00:00:00.0000000Z") { Over = "datatable(x: datetime)[datetime(2024-01-01), datetime(2024-01-03)]" },
        new("avg(todecimal(x))", "2.5") { Over = "range x from 1 to 4 step 1" },
    ];
}

internal sealed class AvgIf() : AverageAggregate("avgif", hasCondition: true)
{
    public override string Doc => "The average of rows that meet a condition.";

    public override IReadOnlyList<Example> Examples { get; } =
        [new("avgif(x, x > 2)", "3.5") { Over = "range x from 1 to 4 step 1" }, new("avgif(x, x > 9)", "") { Over = "range x from 1 to 4 step 1" }];
}
