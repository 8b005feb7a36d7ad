using System.Collections.Immutable;
using Drever.Functions.Values;
using Drever.Kql.Binding;
using Drever.Sql;

namespace Drever.Functions.Scalar.Text;

/// <summary>Source: Kusto reference, "replace_regex()", the older name with another order of the arguments.</summary>
internal sealed class Replace : ScalarFunction
{
    public override IReadOnlyList<string> Signatures =>
        ["replace(regex: const string, rewrite: const string, source: string): string hidden obsolete -> replace_regex foldable"];

    public override string Doc => "The text with every match of a regular expression rewritten.";

    public override IReadOnlyList<Example> Examples =>
    [
        new("""replace(@"is (\d+)", @"was: \1", "Number is 1")""", "Number was: 1"),
    ];

    public override string? Check(ImmutableArray<BoundExpression> arguments) => Regexes.Mistake("replace()", arguments[0]) ?? Regexes.RewriteMistake("replace()", arguments[0], arguments[1]);

    public override SqlValue Lower(ScalarCall call) =>
        call.Text(Expr.Call("replaceRegexpAll", call[2].ToText(), Regexes.ForEngine(call, 0), call[1].ToText()));
}
