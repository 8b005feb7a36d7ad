using Drever.Functions.Values;
using Drever.Kql.Symbols;
using Drever.Sql;

namespace Drever.Functions.Operators;

/// <summary>Kusto reference, "Numerical operators", "Datetime / timespan arithmetic".</summary>
internal sealed class SubtractOperator : OperatorFunction
{
    public override IReadOnlyList<string> Signatures { get; } =
    [
        "-(left: number, right: number): widest",
        "-(left: timespan, right: timespan): timespan",
        "-(left: datetime, right: datetime): timespan",
        "-(left: datetime, right: dynamic): timespan",
        "-(left: dynamic, right: datetime): timespan",
        "-(left: datetime, right: timespan): datetime",
        "-(left: timespan, right: datetime): datetime",
        "-(left: dynamic, right: dynamic): dynamic",
        "-(left: dynamic, right: int): long",
        "-(left: int, right: dynamic): long",
        "-(left: dynamic, right: int|long|real|decimal|timespan|datetime): param1",
        "-(left: int|long|real|decimal|timespan|datetime, right: dynamic): param0",
    ];

    public override string Doc => "Difference of two numbers, timespans or moments; a moment a timespan earlier.";

    public override IReadOnlyList<Example> Examples { get; } =
    [
        new("1 - 3", "-2"), new("datetime(2024-01-02) - datetime(2024-01-01)", "1.00:00:00"),
        new("datetime(2024-01-02) - 1h", "2024-01-01T23:00:00.0000000Z"),
    ];

    public override SqlValue Lower(ScalarCall call)
    {
        if (Arithmetic.Fold(call, (a, b) => unchecked(a - b)) is { } constant)
            return constant;
        if (call.Type == KqlType.Dynamic)
            return Arithmetic.OfDynamics(call, Expr.Subtract, Expr.Subtract);
        if (Arithmetic.HasTime(call))
            return OfTime(call);
        var (left, right) = Arithmetic.Same(call);
        return Arithmetic.Whole(call, Expr.Subtract(left.Sql, right.Sql), left.Nullable || right.Nullable);
    }

    private static SqlValue OfTime(ScalarCall call)
    {
        var left = call[0].Type == KqlType.Dynamic ? call[0].To(call[1].Type) : call[0];
        var right = call[1].Type == KqlType.Dynamic ? call[1].To(call[0].Type) : call[1];
        var nullable = left.Nullable || right.Nullable;
        return (left.Type, right.Type) switch
        {
            (KqlType.DateTime, KqlType.DateTime) =>
                new(Expr.Subtract(TimeMath.UnixTicks(left.Sql), TimeMath.UnixTicks(right.Sql)), KqlType.TimeSpan, nullable),
            (KqlType.DateTime, KqlType.TimeSpan) =>
                TimeMath.Shift(left, Arithmetic.ConstantOf(right.Sql) is { } span and not long.MinValue ? Literals.LongOf(-span) : Expr.Call("negate", right.Sql), right.Nullable),
            (KqlType.TimeSpan, KqlType.DateTime) =>
                new(Conversions.FromTicks(Expr.Subtract(left.Sql, TimeMath.AsNumber(right).Sql)), KqlType.DateTime, nullable),
            _ => new(Expr.Subtract(left.Sql, right.Sql), KqlType.TimeSpan, nullable),
        };
    }
}
