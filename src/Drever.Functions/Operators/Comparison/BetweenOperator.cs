using Drever.Functions.Values;
using Drever.Kql.Symbols;
using Drever.Sql;

namespace Drever.Functions.Operators;

/// <summary>Kusto reference, "The between operator": both ends belong to the range; a datetime's range may end after a timespan.</summary>
internal abstract class RangeOperator(string text) : OperatorFunction
{
    public override IReadOnlyList<string> Signatures { get; } =
    [
        $"{text}(value: number, start: number, end: number): bool",
        $"{text}(value: summable, start: param0, end: param0): bool",
        $"{text}(value: datetime, start: datetime, end: timespan): bool",
        $"{text}(value: number, start: dynamic, end: param1): bool",
        $"{text}(value: dynamic, start: number, end: param1): bool",
    ];

    protected static (SqlExpression Value, SqlExpression Start, SqlExpression End, bool Nullable) Range(ScalarCall call)
    {
        var end = call[0].Type == KqlType.DateTime && call[2].Type == KqlType.TimeSpan
            ? TimeMath.Shift(call[1], call[2].Sql, call[2].Nullable)
            : call[2];
        var value = AsNumber(call[0]);
        var start = AsNumber(call[1]);
        end = AsNumber(end);
        return (value.Sql, start.Sql, end.Sql, value.Nullable || start.Nullable || end.Nullable);
    }

    private static SqlValue AsNumber(SqlValue value) => value.Type == KqlType.Dynamic ? value.To(KqlType.Real) : value;
}

internal sealed class BetweenOperator() : RangeOperator("between")
{
    public override string Doc => "Whether a value lies in a range, ends included.";

    public override IReadOnlyList<Example> Examples { get; } =
    [
        new("5 between (1 .. 5)", "true"), new("datetime(2024-01-02) between (datetime(2024-01-01) .. 1d)", "true"),
        new("isnull(int(null) between (1 .. 5))", "true"),
    ];

    public override SqlValue Lower(ScalarCall call)
    {
        var (value, start, end, nullable) = Range(call);
        return call.TruthOrNull(Expr.And(Expr.GreaterOrEqual(value, start), Expr.LessOrEqual(value, end)), nullable);
    }
}

internal sealed class NotBetweenOperator() : RangeOperator("!between")
{
    public override string Doc => "Whether a value lies outside of a range.";

    public override IReadOnlyList<Example> Examples { get; } = [new("6 !between (1 .. 5)", "true"), new("5 !between (1 .. 5)", "false")];

    public override SqlValue Lower(ScalarCall call)
    {
        var (value, start, end, nullable) = Range(call);
        return call.TruthOrNull(Expr.Or(Expr.Less(value, start), Expr.Greater(value, end)), nullable);
    }
}
