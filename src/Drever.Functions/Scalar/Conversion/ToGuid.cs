namespace Drever.Functions.Scalar.Conversion;

/// <summary>Source: Kusto reference, "toguid()".</summary>
internal sealed class ToGuid : ConversionFunction
{
    public override IReadOnlyList<string> Signatures => ["toguid(value: stringordynamic): guid as FirstArgument foldable"];

    public override string Doc => "The text as a guid; null when it is none.";

    public override IReadOnlyList<Example> Examples =>
    [
        new("""toguid("70fc66f7-8279-44fc-9092-d364d70fce44")""", "70fc66f7-8279-44fc-9092-d364d70fce44"),
        new("""toguid("{70FC66F7-8279-44FC-9092-D364D70FCE44}")""", "70fc66f7-8279-44fc-9092-d364d70fce44"),
        new("""toguid("x")""", ""),
    ];
}
