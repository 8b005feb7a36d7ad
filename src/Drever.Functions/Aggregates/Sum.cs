using Drever.Functions.Operators;
using Drever.Functions.Values;
using Drever.Kql.Symbols;
using Drever.Sql;

namespace Drever.Functions.Aggregates;

/// <summary>Kusto reference, "sum()", "sumif()": 0 over no values.</summary>
internal abstract class SumAggregate(string name, bool hasCondition) : AggregateFunction
{
    public override IReadOnlyList<string> Signatures { get; } =
        [$"{name}(expr: summable{(hasCondition ? ", predicate: bool" : "")}): param0promoted as PrefixAndFirstArgument({name})"];

    public override SqlValue Lower(ScalarCall call)
    {
        var number = Aggregation.Wide(TimeMath.AsNumber(call[0]));
        var sum = Aggregation.Over("sum", Aggregation.Condition(call, hasCondition ? 1 : -1), number.Sql);
        if (number.Nullable)
            sum = Expr.Call("ifNull", sum, Expr.Number(0));
        return call.ReturnsNotNull(call.Type == KqlType.DateTime ? Conversions.FromTicks(sum) : sum);
    }
}

internal sealed class Sum() : SumAggregate("sum", hasCondition: false)
{
    public override string Doc => "The sum of numbers or timespans.";

    public override IReadOnlyList<Example> Examples { get; } =
    [
        new("sum(x)", "15") { Over = "range x from 1 to 5 step 1" }, new("sum(x)", "0") { Over = "datatable(x: long)[]" },
        new("sum(x)", "5") { Over = "datatable(x: int)[5, int(null)]" }, new("sum(x)", "01:30:00") { Over = "datatable(x: timespan)[1h, 30m]" },
        new("sum(x)", "2.75") { Over = "datatable(x: real)[2.5, 0.25]" }, new("sum(1)", "5") { Over = "range x from 1 to 5 step 1" },
    ];
}

internal sealed class SumIf() : SumAggregate("sumif", hasCondition: true)
{
    public override string Doc => "The sum of numbers or timespans of rows that meet a condition.";

    public override IReadOnlyList<Example> Examples { get; } =
        [new("sumif(x, x > 3)", "9") { Over = "range x from 1 to 5 step 1" }, new("sumif(x, x > 9)", "0") { Over = "range x from 1 to 5 step 1" }];
}
