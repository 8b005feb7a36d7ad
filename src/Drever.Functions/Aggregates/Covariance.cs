using Drever.Sql;

namespace Drever.Functions.Aggregates;

/// <summary>Kusto reference, "covariance()" and its relatives; null over fewer values than it takes.</summary>
internal abstract class CovarianceAggregate(string name, string engineName, bool hasCondition, int atLeast) : AggregateFunction
{
    public override IReadOnlyList<string> Signatures { get; } =
        [$"{name}(expr: summable, expr: summable{(hasCondition ? ", predicate: bool" : "")}): real as PrefixAndFirstArgument({name})"];

    public override SqlValue Lower(ScalarCall call)
    {
        var (left, right) = (Aggregation.AsReal(call[0]), Aggregation.AsReal(call[1]));
        var condition = Aggregation.Condition(call, hasCondition ? 2 : -1);

        // count() of one argument tells which of the pairs are whole
        var enough = Expr.GreaterOrEqual(Aggregation.Over("count", condition, Expr.Add(left, right)), Expr.Number(atLeast));
        return call.ReturnsNullable(Expr.If(enough, Aggregation.Over(engineName, condition, left, right), Expr.Null));
    }
}

internal sealed class Covariance() : CovarianceAggregate("covariance", "covarSampStable", hasCondition: false, atLeast: 2)
{
    public override string Doc => "The covariance of two values of a sample.";

    public override IReadOnlyList<Example> Examples { get; } =
        [new("covariance(x, y)", "20.5") { Over = "datatable(x: real, y: real)[1.0, 14.0, 2.0, 10.0, 3.0, 17.0, 4.0, 20.0, 5.0, 50.0]" }];
}

internal sealed class CovarianceIf() : CovarianceAggregate("covarianceif", "covarSampStable", hasCondition: true, atLeast: 2)
{
    public override string Doc => "The covariance of two values of a sample: of rows that meet a condition.";

    public override IReadOnlyList<Example> Examples { get; } = [new("covarianceif(x, 2 * x, x <= 5)", "5") { Over = "range x from 1 to 9 step 1" }];
}

internal sealed class CovarianceP() : CovarianceAggregate("covariancep", "covarPopStable", hasCondition: false, atLeast: 1)
{
    public override string Doc => "The covariance of two values of a population.";

    public override IReadOnlyList<Example> Examples { get; } = [new("covariancep(x, 2 * x)", "4") { Over = "range x from 1 to 5 step 1" }];
}

internal sealed class CovariancePIf() : CovarianceAggregate("covariancepif", "covarPopStable", hasCondition: true, atLeast: 1)
{
    public override string Doc => "The covariance of two values of a population: of rows that meet a condition.";

    public override IReadOnlyList<Example> Examples { get; } = [new("covariancepif(x, 2 * x, x <= 5)", "4") { Over = "range x from 1 to 9 step 1" }];
}
