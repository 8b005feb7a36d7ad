namespace Drever.Functions.Operators;

/// <summary>Kusto reference, "The != (not equals) operator"; <c>&lt;&gt;</c> is the same.</summary>
internal sealed class NotEqualOperator : OperatorFunction
{
    public override IReadOnlyList<string> Signatures { get; } =
    [
        "!=(left: bool, right: scalar): bool",
        "!=(left: notbool, right: scalar): bool",
        "<>(left: bool, right: scalar): bool",
        "<>(left: notbool, right: scalar): bool",
    ];

    public override string Doc => "Whether two values differ; a value and null do.";

    public override IReadOnlyList<Example> Examples { get; } =
        [new("\"a\" != \"A\"", "true"), new("5 != int(null)", "true"), new("isnull(int(null) != int(null))", "true")];

    public override SqlValue Lower(ScalarCall call) => Equality.NotEqual(call, call[0], call[1]);
}
