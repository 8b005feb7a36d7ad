using Drever.Functions.Values;
using Drever.Kql.Symbols;
using Drever.Sql;

namespace Drever.Functions.Operators;

/// <summary>Kusto reference, "Logical (binary) operators": null and false is false, null and true is null.</summary>
internal sealed class AndOperator : OperatorFunction
{
    public override IReadOnlyList<string> Signatures { get; } =
    [
        "and(left: bool, right: bool): bool",
        "and(left: dynamic, right: bool): bool",
        "and(left: bool, right: dynamic): bool",
        "and(left: dynamic, right: dynamic): bool",
    ];

    public override string Doc => "Whether both are true.";

    public override IReadOnlyList<Example> Examples { get; } =
        [new("true and false", "false"), new("bool(null) and false", "false"), new("isnull(bool(null) and true)", "true")];

    public override SqlValue Lower(ScalarCall call) => Connective.Of(call, Expr.And);
}

/// <summary>Kusto reference, "Logical (binary) operators": null or true is true, null or false is null.</summary>
internal sealed class OrOperator : OperatorFunction
{
    public override IReadOnlyList<string> Signatures { get; } =
    [
        "or(left: bool, right: bool): bool",
        "or(left: dynamic, right: bool): bool",
        "or(left: bool, right: dynamic): bool",
        "or(left: dynamic, right: dynamic): bool",
    ];

    public override string Doc => "Whether one of them is true.";

    public override IReadOnlyList<Example> Examples { get; } =
        [new("true or false", "true"), new("bool(null) or true", "true"), new("isnull(bool(null) or false)", "true")];

    public override SqlValue Lower(ScalarCall call) => Connective.Of(call, Expr.Or);
}

internal static class Connective
{
    public static SqlValue Of(ScalarCall call, Func<SqlExpression, SqlExpression, SqlExpression> join)
    {
        var left = call[0].To(KqlType.Bool);
        var right = call[1].To(KqlType.Bool);
        return call.TruthOrNull(join(left.Sql, right.Sql), left.Nullable || right.Nullable);
    }
}
