using Drever.Kql.Symbols;
using Drever.Sql;

namespace Drever.Functions.Operators;

/// <summary>Source: Kusto reference, "The in operator" and its relatives; the right side is a list, arrays, or a table's first column.</summary>
internal abstract class InOperator(string text, bool ignoreCase, bool negated) : OperatorFunction
{
    public override IReadOnlyList<string> Signatures { get; } = ignoreCase
        ? [$"{text}(value: string|dynamic, table: tabular): bool", $"{text}(value: string|dynamic, value: scalar{{1,}}): bool"]
        :
        [
            $"{text}(value: bool, table: tabular): bool",
            $"{text}(value: notbool, table: tabular): bool",
            $"{text}(value: bool, value: scalar{{1,}}): bool",
            $"{text}(value: notbool, value: scalar{{1,}}): bool",
        ];

    public override SqlValue Lower(ScalarCall call)
    {
        var found = ignoreCase || call[0].Type is KqlType.String or KqlType.Dynamic ? TextMembership.In(call, ignoreCase) : ValueMembership.In(call);
        return call.Truth(negated ? Expr.Not(found) : found);
    }
}

internal sealed class InListOperator() : InOperator("in", ignoreCase: false, negated: false)
{
    public override string Doc => "Whether the value is one of those listed; strings by case.";

    public override IReadOnlyList<Example> Examples { get; } =
    [
        new("\"b\" in (\"a\", \"b\")", "true"), new("2 in (1, 3)", "false"), new("\"b\" in (dynamic([\"a\", \"b\"]), \"c\")", "true"),
        new("int(null) in (1, 2)", "false"), new("1 in (1.5, 1.0)", "true"),
    ];
}

internal sealed class NotInOperator() : InOperator("!in", ignoreCase: false, negated: true)
{
    public override string Doc => "Whether the value is none of those listed; strings by case.";

    public override IReadOnlyList<Example> Examples { get; } = [new("\"b\" !in (\"a\", \"B\")", "true"), new("int(null) !in (1, 2)", "true")];
}

internal sealed class InIgnoreCaseOperator() : InOperator("in~", ignoreCase: true, negated: false)
{
    public override string Doc => "Whether the text is one of those listed, in any case.";

    public override IReadOnlyList<Example> Examples { get; } = [new("\"CMD.exe\" in~ (\"cmd.exe\", \"powershell.exe\")", "true"), new("\"Ä\" in~ (\"ä\")", "true")];
}

internal sealed class NotInIgnoreCaseOperator() : InOperator("!in~", ignoreCase: true, negated: true)
{
    public override string Doc => "Whether the text is none of those listed, in any case.";

    public override IReadOnlyList<Example> Examples { get; } = [new("\"CMD.exe\" !in~ (\"cmd.exe\")", "false")];
}
