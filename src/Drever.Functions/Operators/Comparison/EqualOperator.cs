namespace Drever.Functions.Operators;

/// <summary>Kusto reference, "Scalar data types" and "The == (equals) operator": case-sensitive for strings.</summary>
internal sealed class EqualOperator : OperatorFunction
{
    public override IReadOnlyList<string> Signatures { get; } =
    [
        "==(left: bool, right: scalar): bool",
        "==(left: notbool, right: scalar): bool",
        "==(left: star notbool, right: scalar): bool",
    ];

    public override string Doc => "Whether two values are equal; strings by case.";

    public override IReadOnlyList<Example> Examples { get; } =
    [
        new("\"a\" == \"A\"", "false"), new("1 == 1.0", "true"), new("5 == int(null)", "false"), new("isnull(int(null) == int(null))", "true"),
        new("dynamic({\"a\":\"x\"}).a == \"x\"", "true"), new("dynamic(1.5) == 1", "false"),
    ];

    public override SqlValue Lower(ScalarCall call) =>
        TextEquality.Equal(call, ignoreCase: false) ?? Equality.Equal(call, call[0], call[1]);
}
