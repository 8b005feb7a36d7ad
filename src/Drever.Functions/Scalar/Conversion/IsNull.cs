using Drever.Functions.Values;

namespace Drever.Functions.Scalar.Conversion;

/// <summary>Source: Kusto reference, "isnull()": a string is never null.</summary>
internal sealed class IsNull : ScalarFunction
{
    public override IReadOnlyList<string> Signatures => ["isnull(expression: scalar): bool"];

    public override string Doc => "Whether the value is null; a string never is.";

    public override IReadOnlyList<Example> Examples =>
    [
        new("isnull(long(null))", "true"),
        new("isnull(0)", "false"),
        new("""isnull("")""", "false"),
        new("""isnull(parse_json('{"a":null}').a)""", "true"),
        new("""isnull(parse_json('{"a":[]}').a)""", "false"),
        new("""isnull(toint("x"))""", "true"),
    ];

    public override SqlValue Lower(ScalarCall call) => call.ReturnsNotNull(call[0].IsNull());
}
