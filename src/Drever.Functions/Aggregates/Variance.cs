using Drever.Sql;

namespace Drever.Functions.Aggregates;

/// <summary>
/// Kusto reference, "variance()", "stdev()" and their relatives: of a sample, or with p of a whole population; 0 of fewer values than
/// it takes. The engine's Stable forms, as ticks are too large for sums of squares.
/// </summary>
internal abstract class VarianceAggregate(string name, string engineName, bool hasCondition, int atLeast) : AggregateFunction
{
    public override IReadOnlyList<string> Signatures { get; } =
        [$"{name}(expr: summable{(hasCondition ? ", predicate: bool" : "")}): real as PrefixAndFirstArgument({name})"];

    public override SqlValue Lower(ScalarCall call)
    {
        var number = Aggregation.AsReal(call[0]);
        var condition = Aggregation.Condition(call, hasCondition ? 1 : -1);
        var enough = Expr.GreaterOrEqual(Aggregation.Over("count", condition, number), Expr.Number(atLeast));
        return call.ReturnsNotNull(Expr.If(enough, Expr.Call("ifNull", Aggregation.Over(engineName, condition, number), Expr.Number(0.0)), Expr.Number(0.0)));
    }
}

internal sealed class Variance() : VarianceAggregate("variance", "varSampStable", hasCondition: false, atLeast: 2)
{
    public override string Doc => "The variance of a sample.";

    public override IReadOnlyList<Example> Examples { get; } =
        [new("variance(x)", "2.5") { Over = "range x from 1 to 5 step 1" }, new("variance(x)", "0") { Over = "datatable(x: long)[]" }];
}

internal sealed class VarianceIf() : VarianceAggregate("varianceif", "varSampStable", hasCondition: true, atLeast: 2)
{
    public override string Doc => "The variance of a sample: of rows that meet a condition.";

    public override IReadOnlyList<Example> Examples { get; } = [new("varianceif(x, x <= 5)", "2.5") { Over = "range x from 1 to 9 step 1" }];
}

internal sealed class VarianceP() : VarianceAggregate("variancep", "varPopStable", hasCondition: false, atLeast: 1)
{
    public override string Doc => "The variance of a population.";

    public override IReadOnlyList<Example> Examples { get; } = [new("variancep(x)", "2") { Over = "range x from 1 to 5 step 1" }];
}

internal sealed class VariancePIf() : VarianceAggregate("variancepif", "varPopStable", hasCondition: true, atLeast: 1)
{
    public override string Doc => "The variance of a population: of rows that meet a condition.";

    public override IReadOnlyList<Example> Examples { get; } = [new("variancepif(x, x <= 5)", "2") { Over = "range x from 1 to 9 step 1" }];
}

internal sealed class Stdev() : VarianceAggregate("stdev", "stddevSampStable", hasCondition: false, atLeast: 2)
{
    public override string Doc => "The standard deviation of a sample.";

    public override IReadOnlyList<Example> Examples { get; } =
        [new("round(stdev(x), 6)", "1.581139") { Over = "range x from 1 to 5 step 1" }, new("stdev(x)", "0") { Over = "range x from 1 to 1 step 1" }];
}

internal sealed class StdevIf() : VarianceAggregate("stdevif", "stddevSampStable", hasCondition: true, atLeast: 2)
{
    public override string Doc => "The standard deviation of a sample: of rows that meet a condition.";

    public override IReadOnlyList<Example> Examples { get; } = [new("round(stdevif(x, x % 2 == 0), 6)", "29.154759") { Over = "range x from 1 to 100 step 1" }];
}

internal sealed class StdevP() : VarianceAggregate("stdevp", "stddevPopStable", hasCondition: false, atLeast: 1)
{
    public override string Doc => "The standard deviation of a population.";

    public override IReadOnlyList<Example> Examples { get; } = [new("round(stdevp(x), 6)", "1.414214") { Over = "range x from 1 to 5 step 1" }];
}
