using Drever.Sql;

namespace Drever.Functions.Operators;

/// <summary>Kusto reference, "The =~ (equals) string operator".</summary>
internal sealed class EqualIgnoreCaseOperator : OperatorFunction
{
    public override IReadOnlyList<string> Signatures { get; } =
        ["=~(left: stringordynamic, right: stringordynamic): bool", "=~(left: star stringordynamic, right: stringordynamic): bool"];

    public override string Doc => "Whether two texts are equal, in any case.";

    public override IReadOnlyList<Example> Examples { get; } =
        [new("\"PowerShell.exe\" =~ \"powershell.EXE\"", "true"), new("\"Ärger\" =~ \"äRGER\"", "true"), new("\"a\" =~ \"b\"", "false")];

    public override SqlValue Lower(ScalarCall call) =>
        TextEquality.Equal(call, ignoreCase: true) ?? Equality.Equal(call, call[0], call[1]);
}

/// <summary>Kusto reference, "The !~ (not equals) string operator".</summary>
internal sealed class NotEqualIgnoreCaseOperator : OperatorFunction
{
    public override IReadOnlyList<string> Signatures { get; } =
        ["!~(left: stringordynamic, right: stringordynamic): bool", "!~(left: star stringordynamic, right: stringordynamic): bool"];

    public override string Doc => "Whether two texts differ by more than case.";

    public override IReadOnlyList<Example> Examples { get; } = [new("\"a\" !~ \"A\"", "false"), new("\"a\" !~ \"b\"", "true")];

    public override SqlValue Lower(ScalarCall call)
    {
        call = TextEquality.LiteralLast(call);
        return call.Truth(Expr.Not(TextEquality.Equal(call[0].AsSearched(), Needle.Of(call, 1), ignoreCase: true)));
    }
}
