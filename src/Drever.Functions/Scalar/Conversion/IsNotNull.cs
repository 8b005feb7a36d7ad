using Drever.Functions.Values;
using Drever.Sql;

namespace Drever.Functions.Scalar.Conversion;

/// <summary>Source: Kusto reference, "isnotnull()".</summary>
internal sealed class IsNotNull : ScalarFunction
{
    public override IReadOnlyList<string> Signatures =>
    [
        "isnotnull(expression: scalar): bool",
        "notnull(expression: scalar): bool hidden obsolete -> isnotnull",
    ];

    public override string Doc => "Whether the value is not null; a string never is.";

    public override IReadOnlyList<Example> Examples =>
    [
        new("isnotnull(1)", "true"),
        new("isnotnull(datetime(null))", "false"),
        new("""isnotnull("")""", "true"),
        new("""notnull(parse_json('{"a":1}').b)""", "false"),
    ];

    public override SqlValue Lower(ScalarCall call) => call.ReturnsNotNull(Expr.Not(call[0].IsNull()));
}
