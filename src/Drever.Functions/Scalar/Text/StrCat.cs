using Drever.Functions.Values;
using Drever.Sql;

namespace Drever.Functions.Scalar.Text;

/// <summary>Source: Kusto reference, "strcat()".</summary>
internal sealed class StrCat : ScalarFunction
{
    public override IReadOnlyList<string> Signatures => ["strcat(arg: scalar{1,64}): string foldable"];

    public override string Doc => "The texts of all arguments, one after the other.";

    public override IReadOnlyList<Example> Examples =>
    [
        new("""strcat("Hello", " ", "World!")""", "Hello World!"),
        new("""strcat("a", 1, true, 1h)""", "a1true01:00:00"),
        new("""strcat("a", long(null), "b")""", "ab"),
        new("""strcat("only")""", "only"),
    ];

    public override SqlValue Lower(ScalarCall call) =>
        call.Text(call.Count == 1 ? call[0].ToText() : Expr.Call("concat", [.. call.Arguments.Select(a => a.ToText())]));
}
