using Drever.Functions.Values;
using Drever.Sql;

namespace Drever.Functions.Scalar.Text;

/// <summary>Source: Kusto reference, "isascii()".</summary>
internal sealed class IsAscii : ScalarFunction
{
    public override IReadOnlyList<string> Signatures => ["isascii(value: scalar): bool"];

    public override string Doc => "Whether a text has ASCII characters only.";

    public override IReadOnlyList<Example> Examples =>
    [
        new("""isascii("some string\t")""", "true"),
        new("""isascii("some stríng")""", "false"),
    ];

    public override SqlValue Lower(ScalarCall call) => call.ReturnsNotNull(
        Expr.Equal(Expr.Call("length", call[0].ToText()), Expr.Call("lengthUTF8", call[0].ToText())));
}
