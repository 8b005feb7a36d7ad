using System.Collections.Immutable;
using Drever.Functions.Values;
using Drever.Kql.Binding;

namespace Drever.Functions.Scalar.Text;

/// <summary>Source: Kusto reference, "trim_end()".</summary>
internal sealed class TrimEnd : ScalarFunction
{
    public override IReadOnlyList<string> Signatures => ["trim_end(regex: string, text: string): string foldable"];

    public override string Doc => "The text without what a regular expression matches at its end.";

    public override IReadOnlyList<Example> Examples =>
    [
        new("""trim_end(@"\s+", "    Hello, world!    ")""", "    Hello, world!"),
        new("""trim_end(@"[^\w]+", "-  Te st1// $")""", "-  Te st1"),
        new("""trim_end("/", "https://bing.com/")""", "https://bing.com"),
    ];

    public override string? Check(ImmutableArray<BoundExpression> arguments) => Regexes.Mistake("trim_end()", arguments[0]);

    public override SqlValue Lower(ScalarCall call) => call.Text(Trimming.End(call, call[1].ToText()));
}
