namespace Drever.Functions.Scalar.Conversion;

/// <summary>Source: Kusto reference, "toreal()" and "todouble()".</summary>
internal sealed class ToReal : ConversionFunction
{
    public override IReadOnlyList<string> Signatures =>
    [
        "toreal(value: scalar): real as FirstArgument foldable",
        "todouble(value: scalar): real as FirstArgument foldable",
    ];

    public override string Doc => "The value as a 64-bit floating point number; null when it is none.";

    public override IReadOnlyList<Example> Examples =>
    [
        new("""toreal("123.4")""", "123.4"),
        new("todouble(5)", "5"),
        new("""toreal("abc")""", ""),
        new("""todouble(parse_json('{"Score":"0.5"}').Score)""", "0.5"),
        new("toreal(true)", "1"),
    ];
}
