using Drever.Functions.Values;
using Drever.Sql;

namespace Drever.Functions.Scalar.Text;

/// <summary>Source: Kusto reference, "toupper()".</summary>
internal sealed class ToUpper : ScalarFunction
{
    public override IReadOnlyList<string> Signatures => ["toupper(value: scalar): string foldable"];

    public override string Doc => "The text in upper case.";

    public override IReadOnlyList<Example> Examples =>
    [
        new("""toupper("hello")""", "HELLO"),
        new("""toupper("é1")""", "É1"),
    ];

    public override SqlValue Lower(ScalarCall call) => call.Text(Expr.Call("upperUTF8", call[0].ToText()));
}
