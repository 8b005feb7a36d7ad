namespace Drever.Functions.Operators;

/// <summary>Kusto reference, "The has_any operator".</summary>
internal sealed class HasAnyOperator : OperatorFunction
{
    public override IReadOnlyList<string> Signatures { get; } =
        ["has_any(value: string|dynamic, table: tabular): bool", "has_any(value: string|dynamic, value: scalar{1,}): bool"];

    public override string Doc => "Whether the text has one of the terms, in any case.";

    public override IReadOnlyList<Example> Examples { get; } =
    [
        new("\"North America\" has_any (\"south\", \"america\")", "true"), new("\"NorthAmerica\" has_any (\"south\", \"america\")", "false"),
        new("\"a b-c\" has_any (dynamic([\"x\", \"b-c\"]))", "true"),
    ];

    public override SqlValue Lower(ScalarCall call) => call.Truth(TermSets.Any(call));
}

/// <summary>Kusto reference, "The has_all operator".</summary>
internal sealed class HasAllOperator : OperatorFunction
{
    public override IReadOnlyList<string> Signatures { get; } =
        ["has_all(value: string|dynamic, table: tabular): bool", "has_all(value: string|dynamic, value: scalar{1,}): bool"];

    public override string Doc => "Whether the text has all the terms, in any case.";

    public override IReadOnlyList<Example> Examples { get; } =
        [new("\"North America\" has_all (\"america\", \"NORTH\")", "true"), new("\"North America\" has_all (\"america\", \"south\")", "false")];

    public override SqlValue Lower(ScalarCall call) => call.Truth(TermSets.All(call));
}
