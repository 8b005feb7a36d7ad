using Drever.Functions.Values;
using Drever.Sql;

namespace Drever.Functions.Scalar.Text;

/// <summary>Source: Kusto reference, "reverse()".</summary>
internal sealed class Reverse : ScalarFunction
{
    public override IReadOnlyList<string> Signatures => ["reverse(value: scalar): string foldable"];

    public override string Doc => "The characters of a text in the opposite order.";

    public override IReadOnlyList<Example> Examples =>
    [
        new("""reverse("ABCÉ")""", "ÉCBA"),
        new("reverse(12345)", "54321"),
        new("reverse(123.45)", "54.321"),
        new("reverse(3h)", "00:00:30"),
        new("reverse(datetime(2017-10-15 12:00))", "Z0000000.00:00:21T51-01-7102"),
    ];

    public override SqlValue Lower(ScalarCall call) => call.Text(Expr.Call("reverseUTF8", call[0].ToText()));
}
