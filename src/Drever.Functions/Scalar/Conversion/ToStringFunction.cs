using Drever.Functions.Values;

namespace Drever.Functions.Scalar.Conversion;

/// <summary>Source: Kusto reference, "tostring()".</summary>
internal sealed class ToStringFunction : ScalarFunction
{
    public override IReadOnlyList<string> Signatures => ["tostring(value: scalar): string as FirstArgument foldable"];

    public override string Doc => "The value as text; a null is the empty string.";

    public override IReadOnlyList<Example> Examples =>
    [
        new("tostring(123)", "123"),
        new("tostring(true)", "true"),
        new("tostring(1.5)", "1.5"),
        new("tostring(real(2))", "2.0"),
        new("tostring(int(null))", ""),
        new("tostring(1d)", "1.00:00:00"),
        new("tostring(timespan(-01:02:03.45))", "-01:02:03.4500000"),
        new("tostring(datetime(2020-08-30T06:38:35.7664356Z))", "2020-08-30T06:38:35.7664356Z"),
        new("tostring(guid(74be27de-1e4e-49d9-b579-fe0b331d3642))", "74be27de-1e4e-49d9-b579-fe0b331d3642"),
        new("""tostring(dynamic({"a": [1, "b"]}))""", """{"a":[1,"b"]}"""),
        new("""tostring(dynamic("text"))""", "text"),
        new("""tostring(parse_json('{"a":{"b":"c d"}}').a.b)""", "c d"),
        new("""tostring(parse_json('{"a":null}').a)""", ""),
    ];

    public override SqlValue Lower(ScalarCall call) => call.ReturnsNotNull(call[0].ToText());
}
