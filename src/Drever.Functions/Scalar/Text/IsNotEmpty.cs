using Drever.Functions.Values;
using Drever.Kql.Symbols;
using Drever.Sql;

namespace Drever.Functions.Scalar.Text;

/// <summary>Source: Kusto reference, "isnotempty()".</summary>
internal sealed class IsNotEmpty : ScalarFunction
{
    public override IReadOnlyList<string> Signatures =>
    [
        "isnotempty(value: scalar): bool",
        "notempty(value: scalar): bool hidden obsolete -> isnotempty",
    ];

    public override string Doc => "Whether the value is neither the empty string nor null.";

    public override IReadOnlyList<Example> Examples =>
    [
        new("""isnotempty("")""", "false"),
        new("""isnotempty("x")""", "true"),
        new("isnotempty(int(null))", "false"),
        new("""isnotempty(parse_json('{"a":""}').a)""", "false"),
        new("""notempty(parse_json('{"a":"b"}').a)""", "true"),
    ];

    public override SqlValue Lower(ScalarCall call) => call.ReturnsNotNull(call[0].Type switch
    {
        KqlType.String or KqlType.Dynamic => Expr.Call("notEmpty", call[0].ToText()),
        _ => Expr.Not(call[0].IsNull()),
    });
}
