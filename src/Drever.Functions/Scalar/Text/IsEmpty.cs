using Drever.Functions.Values;
using Drever.Kql.Symbols;
using Drever.Sql;

namespace Drever.Functions.Scalar.Text;

/// <summary>Source: Kusto reference, "isempty()". An empty string inside a dynamic is empty too, an empty array or bag is not.</summary>
internal sealed class IsEmpty : ScalarFunction
{
    public override IReadOnlyList<string> Signatures => ["isempty(value: scalar): bool"];

    public override string Doc => "Whether the value is the empty string or null.";

    public override IReadOnlyList<Example> Examples =>
    [
        new("""isempty("")""", "true"),
        new("""isempty("x")""", "false"),
        new("""isempty(parse_json(""))""", "true"),
        new("""isempty(parse_json("[]"))""", "false"),
        new("isempty(long(null))", "true"),
        new("isempty(0)", "false"),
    ];

    public override SqlValue Lower(ScalarCall call) => call.ReturnsNotNull(call[0].Type switch
    {
        KqlType.String or KqlType.Dynamic => Expr.Call("empty", call[0].ToText()),
        _ => call[0].IsNull(),
    });
}
