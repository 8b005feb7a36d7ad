using System.Collections.Immutable;
using Drever.Functions.Values;
using Drever.Kql.Binding;

namespace Drever.Functions.Scalar.Text;

/// <summary>Source: Kusto reference, "trim()".</summary>
internal sealed class Trim : ScalarFunction
{
    public override IReadOnlyList<string> Signatures => ["trim(regex: string, text: string): string foldable"];

    public override string Doc => "The text without what a regular expression matches at its beginning and end.";

    public override IReadOnlyList<Example> Examples =>
    [
        new("""trim("--", "--https://bing.com--")""", "https://bing.com"),
        new("""trim(@"[^\w]+", "-  Te st1// $")""", "Te st1"),
        new("""trim("1", "1121")""", "2"),
        new("""trim(" ", "  a b ")""", "a b"),
        new("""trim(@"\s", "\t a \n")""", "a"),
    ];

    public override string? Check(ImmutableArray<BoundExpression> arguments) => Regexes.Mistake("trim()", arguments[0]);

    public override SqlValue Lower(ScalarCall call) => call.Text(Trimming.Both(call));
}
