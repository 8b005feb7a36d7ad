namespace Drever.Functions.Scalar.Conversion;

/// <summary>Source: Kusto reference, "totimespan()".</summary>
internal sealed class ToTimeSpan : ConversionFunction
{
    public override IReadOnlyList<string> Signatures =>
    [
        "totimespan(value: scalar): timespan as FirstArgument foldable",
        "totime(value: scalar): timespan as FirstArgument hidden obsolete -> totimespan foldable",
    ];

    public override string Doc => "The value as a timespan; null when it is none.";

    public override IReadOnlyList<Example> Examples =>
    [
        new("""tostring(totimespan("0.00:03:00"))""", "00:03:00"),
        new("""tostring(totimespan("00:01:00"))""", "00:01:00"),
        new("""tostring(totimespan("-1.02:03:04.5"))""", "-1.02:03:04.5000000"),
        new("""tostring(totimespan("1d"))""", "1.00:00:00"),
        new("""tostring(totimespan("1.5h"))""", "01:30:00"),
        new("""tostring(totimespan("10 minutes"))""", "00:10:00"),
        new("""tostring(totimespan("25:00:00"))""", ""),
        new("""tostring(totimespan("abc"))""", ""),
        new("tostring(totimespan(10000000))", "00:00:01"),
    ];
}
