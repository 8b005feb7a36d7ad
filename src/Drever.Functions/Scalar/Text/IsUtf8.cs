using Drever.Functions.Values;
using Drever.Sql;

namespace Drever.Functions.Scalar.Text;

/// <summary>Source: Kusto reference, "isutf8()".</summary>
internal sealed class IsUtf8 : ScalarFunction
{
    public override IReadOnlyList<string> Signatures => ["isutf8(value: scalar): bool"];

    public override string Doc => "Whether a text is valid UTF-8.";

    public override IReadOnlyList<Example> Examples => [new("""isutf8("some stríng")""", "true")];

    public override SqlValue Lower(ScalarCall call) => call.ReturnsNotNull(Expr.Call("isValidUTF8", call[0].ToText()));
}
