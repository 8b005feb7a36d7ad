namespace Drever.Functions.Scalar.Conversion;

/// <summary>Source: Kusto reference, "tolong()".</summary>
internal sealed class ToLong : ConversionFunction
{
    public override IReadOnlyList<string> Signatures => ["tolong(value: scalar): long as FirstArgument foldable"];

    public override string Doc => "The value as a 64-bit whole number; null when it is none. A datetime gives its ticks since year 1.";

    public override IReadOnlyList<Example> Examples =>
    [
        new("""tolong("123")""", "123"),
        new("""tolong(" -5 ")""", "-5"),
        new("""tolong("0xFF")""", "255"),
        new("""tolong("12a")""", ""),
        new("tolong(1.9)", "1"),
        new("tolong(1s)", "10000000"),
        new("tolong(datetime(1970-01-01))", "621355968000000000"),
        new("tolong(dynamic(7))", "7"),
        new("tolong(int(5))", "5"),
        new("tolong(decimal(5.9))", "5"),
    ];
}
