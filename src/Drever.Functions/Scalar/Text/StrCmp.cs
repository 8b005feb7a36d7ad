using Drever.Functions.Values;
using Drever.Sql;

namespace Drever.Functions.Scalar.Text;

/// <summary>Source: Kusto reference, "strcmp()".</summary>
internal sealed class StrCmp : ScalarFunction
{
    public override IReadOnlyList<string> Signatures => ["strcmp(s1: scalar, s2: scalar): long foldable"];

    public override string Doc => "-1, 0 or 1 as the first text is less than, equal to or greater than the second, by code point.";

    public override IReadOnlyList<Example> Examples =>
    [
        new("""strcmp("ABC", "ABC")""", "0"),
        new("""strcmp("abc", "ABC")""", "1"),
        new("""strcmp("ABC", "abc")""", "-1"),
        new("""strcmp("abcde", "abc")""", "1"),
    ];

    public override SqlValue Lower(ScalarCall call) => call.ReturnsNotNull(
        Expr.Subtract(Expr.Greater(call[0].ToText(), call[1].ToText()), Expr.Less(call[0].ToText(), call[1].ToText())));
}
