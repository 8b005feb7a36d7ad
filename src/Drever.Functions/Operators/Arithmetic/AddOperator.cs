using Drever.Functions.Values;
using Drever.Kql.Symbols;
using Drever.Sql;

namespace Drever.Functions.Operators;

/// <summary>Kusto reference, "Numerical operators", "Datetime / timespan arithmetic".</summary>
internal sealed class AddOperator : OperatorFunction
{
    public override IReadOnlyList<string> Signatures { get; } =
    [
        "+(left: number, right: number): widest",
        "+(left: timespan, right: timespan): timespan",
        "+(left: datetime|timespan, right: datetime|timespan): datetime",
        "+(left: dynamic, right: dynamic): dynamic",
        "+(left: dynamic, right: int): long",
        "+(left: int, right: dynamic): long",
        "+(left: dynamic, right: int|long|real|decimal|timespan|datetime): param1",
        "+(left: int|long|real|decimal|timespan|datetime, right: dynamic): param0",
    ];

    public override string Doc => "Sum of two numbers or timespans; a moment a timespan later.";

    public override IReadOnlyList<Example> Examples { get; } =
        [new("1 + 2", "3"), new("1 + 0.5", "1.5"), new("datetime(2024-01-01) + 1d", "2024-01-02T00:00:00.0000000Z"), new("isnull(1 + long(null))", "true")];

    public override SqlValue Lower(ScalarCall call)
    {
        if (Arithmetic.Fold(call, (a, b) => unchecked(a + b)) is { } constant)
            return constant;
        if (call.Type == KqlType.Dynamic)
            return Arithmetic.OfDynamics(call, Expr.Add, Expr.Add);
        if (call.Type == KqlType.DateTime)
            return OfTime(call);
        var (left, right) = Arithmetic.Same(call);
        return Arithmetic.Whole(call, Expr.Add(left.Sql, right.Sql), left.Nullable || right.Nullable);
    }

    private static SqlValue OfTime(ScalarCall call)
    {
        var (left, right) = (call[0], call[1]);
        if (left.Type == KqlType.Dynamic)
            left = left.To(right.Type);
        if (right.Type == KqlType.Dynamic)
            right = right.To(left.Type);
        if (left.Type == KqlType.TimeSpan)
            (left, right) = (right, left);
        return left.Type == KqlType.DateTime && right.Type == KqlType.TimeSpan
            ? TimeMath.Shift(left, right.Sql, right.Nullable)
            : new SqlValue(
                Conversions.FromTicks(Expr.Add(TimeMath.AsNumber(left).Sql, TimeMath.AsNumber(right).Sql)), KqlType.DateTime, left.Nullable || right.Nullable);
    }
}
