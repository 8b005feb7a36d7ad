using System.Collections.Immutable;
using Drever.Functions.Values;
using Drever.Kql.Binding;

namespace Drever.Functions.Scalar.Text;

/// <summary>Source: Kusto reference, "trim_start()".</summary>
internal sealed class TrimStart : ScalarFunction
{
    public override IReadOnlyList<string> Signatures => ["trim_start(regex: string, text: string): string foldable"];

    public override string Doc => "The text without what a regular expression matches at its beginning.";

    public override IReadOnlyList<Example> Examples =>
    [
        new("""trim_start("https://", "https://bing.com")""", "bing.com"),
        new("""trim_start(@"[^\w]+", "-  Te st1// $")""", "Te st1// $"),
        new("""trim_start(@"\.", "..a.")""", "a."),
    ];

    public override string? Check(ImmutableArray<BoundExpression> arguments) => Regexes.Mistake("trim_start()", arguments[0]);

    public override SqlValue Lower(ScalarCall call) => call.Text(Trimming.Start(call, call[1].ToText()));
}
