using Drever.Functions.Values;
using Drever.Sql;

namespace Drever.Functions.Scalar.Text;

/// <summary>Source: Kusto reference, "replace_string()".</summary>
internal sealed class ReplaceString : ScalarFunction
{
    public override IReadOnlyList<string> Signatures => ["replace_string(text: string, lookup: string, rewrite: string): string foldable"];

    public override string Doc => "The text with every occurrence of one string replaced by another.";

    public override IReadOnlyList<Example> Examples =>
    [
        new("replace_string('Number is 1', 'is', 'was')", "Number was 1"),
        new("""replace_string("a.b.c", ".", "")""", "abc"),
        new("""replace_string("abc", "", "x")""", "abc"),
    ];

    public override SqlValue Lower(ScalarCall call) =>
        call.Text(Expr.Call("replaceAll", call[0].ToText(), call[1].ToText(), call[2].ToText()));
}
