namespace Drever.Functions.Scalar.Conversion;

/// <summary>Source: Kusto reference, "toint()".</summary>
internal sealed class ToInt : ConversionFunction
{
    public override IReadOnlyList<string> Signatures => ["toint(value: scalar): int as FirstArgument foldable"];

    public override string Doc => "The value as a 32-bit whole number; null when it is none. A real loses its fraction.";

    public override IReadOnlyList<Example> Examples =>
    [
        new("""toint("123")""", "123"),
        new("toint(2.3)", "2"),
        new("toint(-2.7)", "-2"),
        new("""toint("abc")""", ""),
        new("toint(3000000000)", ""),
        new("toint(true)", "1"),
        new("""toint(parse_json('{"Port":"443"}').Port)""", "443"),
        new("""toint("0x1f")""", "31"),
    ];
}
