namespace Drever.Functions.Scalar.Conversion;

/// <summary>Source: Kusto reference, "todatetime()".</summary>
internal sealed class ToDateTime : ConversionFunction
{
    public override IReadOnlyList<string> Signatures => ["todatetime(value: scalar): datetime as FirstArgument foldable"];

    public override string Doc => "The value as a datetime; null when it is none.";

    public override IReadOnlyList<Example> Examples =>
    [
        new("""tostring(todatetime("2015-12-31 23:59:59.9"))""", "2015-12-31T23:59:59.9000000Z"),
        new("""tostring(todatetime("2020-08-30T06:38:35.7664356Z"))""", "2020-08-30T06:38:35.7664356Z"),
        new("""tostring(todatetime("12-02-2022"))""", "2022-12-02T00:00:00.0000000Z"),
        new("""tostring(todatetime("8/28/2020 5:14:26 PM"))""", "2020-08-28T17:14:26.0000000Z"),
        new("""tostring(todatetime("2020-01-01T00:00:00+02:00"))""", "2019-12-31T22:00:00.0000000Z"),
        new("""tostring(todatetime("soon"))""", ""),
        new("""tostring(todatetime("12"))""", ""),
        new("tostring(todatetime(621355968000000000))", "1970-01-01T00:00:00.0000000Z"),
        new("""tostring(todatetime(parse_json('{"t":"2020-01-01"}').t))""", "2020-01-01T00:00:00.0000000Z"),
    ];
}
