namespace Drever.Functions.Scalar.Conversion;

/// <summary>Source: Kusto reference, "tobool()".</summary>
internal sealed class ToBool : ConversionFunction
{
    public override IReadOnlyList<string> Signatures =>
    [
        "tobool(value: scalar): bool as FirstArgument foldable",
        "toboolean(value: scalar): bool as FirstArgument foldable",
    ];

    public override string Doc => "The value as a bool: a number is true unless zero, a text by its word; null otherwise.";

    public override IReadOnlyList<Example> Examples =>
    [
        new("""tobool("true")""", "true"),
        new("""tobool("False")""", "false"),
        new("tobool(1)", "true"),
        new("tobool(123)", "true"),
        new("tobool(0)", "false"),
        new("""tobool("yes")""", ""),
        new("""toboolean(parse_json('{"IsLocalLogon":true}').IsLocalLogon)""", "true"),
    ];
}
