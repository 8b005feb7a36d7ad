namespace Drever.Functions.Scalar.Conversion;

/// <summary>Source: Kusto reference, "todecimal()".</summary>
internal sealed class ToDecimal : ConversionFunction
{
    public override IReadOnlyList<string> Signatures => ["todecimal(value: scalar): decimal as FirstArgument foldable"];

    public override string Doc => "The value as a decimal; null when it is no number.";

    public override IReadOnlyList<Example> Examples =>
    [
        new("""todecimal("123.45678")""", "123.45678"),
        new("todecimal(5)", "5"),
        new("""todecimal("x")""", ""),
        new("todecimal(dynamic(1.5))", "1.5"),
    ];
}
