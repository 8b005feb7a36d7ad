namespace Drever.Functions.Aggregates;

/// <summary>Kusto reference, "max()", "min()", "maxif()", "minif()".</summary>
internal abstract class ExtremeAggregate(string name, string engineName, bool hasCondition) : AggregateFunction
{
    public override IReadOnlyList<string> Signatures { get; } =
        [$"{name}(expr: orderable{(hasCondition ? ", predicate: bool" : "")}): param0 as PrefixAndFirstArgument({name})"];

    public override SqlValue Lower(ScalarCall call) =>
        Aggregation.Pick(call, engineName, call[0], Aggregation.Condition(call, hasCondition ? 1 : -1));
}

internal sealed class Max() : ExtremeAggregate("max", "max", hasCondition: false)
{
    public override string Doc => "The largest value.";

    public override IReadOnlyList<Example> Examples { get; } =
    [
        new("max(x)", "5") { Over = "range x from 1 to 5 step 1" }, new("max(x)", "") { Over = "datatable(x: long)[]" },
        new("max(strlen(s))", "") { Over = "datatable(s: string)[]" }, new("max(s)", "b") { Over = "datatable(s: string)[\"b\", \"a\"]" },
        new("max(x)", "true") { Over = "datatable(x: bool)[false, true]" },
    ];
}

internal sealed class Min() : ExtremeAggregate("min", "min", hasCondition: false)
{
    public override string Doc => "The smallest value.";

    public override IReadOnlyList<Example> Examples { get; } =
        [new("min(x)", "1") { Over = "range x from 1 to 5 step 1" }, new("min(x)", "00:30:00") { Over = "datatable(x: timespan)[1h, 30m, timespan(null)]" }];
}

internal sealed class MaxIf() : ExtremeAggregate("maxif", "max", hasCondition: true)
{
    public override string Doc => "The largest value of rows that meet a condition.";

    public override IReadOnlyList<Example> Examples { get; } =
        [new("maxif(x, x < 3)", "2") { Over = "range x from 1 to 5 step 1" }, new("maxif(x, x > 9)", "") { Over = "range x from 1 to 5 step 1" }];
}

internal sealed class MinIf() : ExtremeAggregate("minif", "min", hasCondition: true)
{
    public override string Doc => "The smallest value of rows that meet a condition.";

    public override IReadOnlyList<Example> Examples { get; } =
        [new("minif(x, x > 3)", "4") { Over = "range x from 1 to 5 step 1" }, new("minif(x, x > 9)", "") { Over = "range x from 1 to 5 step 1" }];
}
