using System.Collections.Immutable;
using Drever.Functions.Values;
using Drever.Kql.Binding;
using Drever.Sql;

namespace Drever.Functions.Scalar.Text;

/// <summary>Source: Kusto reference, "replace_regex()". <c>\0</c> is the whole match, <c>\1</c> the first group.</summary>
internal sealed class ReplaceRegex : ScalarFunction
{
    public override IReadOnlyList<string> Signatures =>
        ["replace_regex(source: string, lookup_regex: const string, rewrite_pattern: const string): string foldable"];

    public override string Doc => "The text with every match of a regular expression rewritten.";

    public override IReadOnlyList<Example> Examples =>
    [
        new("""replace_regex("Number is 1", @"is (\d+)", @"was: \1")""", "Number was: 1"),
        new("""replace_regex("a1b22", @"\d+", "")""", "ab"),
        new("""replace_regex("abc", @"(?i)B", @"[\0]")""", "a[b]c"),
    ];

    public override string? Check(ImmutableArray<BoundExpression> arguments) => Regexes.Mistake("replace_regex()", arguments[1]) ?? Regexes.RewriteMistake("replace_regex()", arguments[1], arguments[2]);

    public override SqlValue Lower(ScalarCall call) =>
        call.Text(Expr.Call("replaceRegexpAll", call[0].ToText(), Regexes.ForEngine(call, 1), call[2].ToText()));
}
