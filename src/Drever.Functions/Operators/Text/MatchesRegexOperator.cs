using System.Collections.Immutable;
using Drever.Functions.Values;
using Drever.Kql.Binding;
using Drever.Sql;

namespace Drever.Functions.Operators;

/// <summary>Kusto reference, "The matches regex operator": RE2, by case, and a dot matches no line end unless the pattern says so.</summary>
internal sealed class MatchesRegexOperator : OperatorFunction
{
    public override IReadOnlyList<string> Signatures { get; } =
    [
        "matches regex(left: stringordynamic, right: stringordynamic): bool",
        "matches regex(left: star stringordynamic, right: stringordynamic): bool",
    ];

    public override string Doc => "Whether the regular expression matches somewhere in the text.";

    public override IReadOnlyList<Example> Examples { get; } =
        [new("\"cmd.exe /c whoami\" matches regex @\"/c\\s+\\w+$\"", "true"), new("\"a\\nb\" matches regex \"a.b\"", "false"), new("\"ABC\" matches regex \"b\"", "false")];

    public override string? Check(ImmutableArray<BoundExpression> arguments) => Regexes.Mistake("matches regex", arguments[1]);

    public override SqlValue Lower(ScalarCall call)
    {
        var needle = Needle.Of(call, 1);
        // the engine's own default is that a dot matches everything
        var pattern = needle.Literal is { } literal
            ? Expr.Text(literal.Contains('.', StringComparison.Ordinal) ? "(?-s)" + literal : literal)
            : Expr.Call("concat", Expr.Text("(?-s)"), needle.Sql);
        return call.Truth(Expr.Call("match", call[0].AsSearched(), pattern));
    }
}
