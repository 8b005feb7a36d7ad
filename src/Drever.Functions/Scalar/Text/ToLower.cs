using Drever.Functions.Values;
using Drever.Sql;

namespace Drever.Functions.Scalar.Text;

/// <summary>Source: Kusto reference, "tolower()".</summary>
internal sealed class ToLower : ScalarFunction
{
    public override IReadOnlyList<string> Signatures => ["tolower(value: scalar): string foldable"];

    public override string Doc => "The text in lower case.";

    public override IReadOnlyList<Example> Examples =>
    [
        new("""tolower("Hello")""", "hello"),
        new("""tolower("ÄÖ")""", "äö"),
    ];

    public override SqlValue Lower(ScalarCall call) => call.Text(Expr.Call("lowerUTF8", call[0].ToText()));
}
