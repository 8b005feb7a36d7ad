using Drever.Functions.Values;
using Drever.Kql.Symbols;
using Drever.Sql;

namespace Drever.Functions.Operators;

/// <summary>Kusto reference, "Numerical operators", "Datetime / timespan arithmetic".</summary>
internal sealed class MultiplyOperator : OperatorFunction
{
    public override IReadOnlyList<string> Signatures { get; } =
    [
        "*(left: number, right: number): widest",
        "*(left: timespan, right: timespan): timespan",
        "*(left: timespan, right: number): timespan",
        "*(left: number, right: timespan): timespan",
        "*(left: datetime, right: number): datetime",
        "*(left: number, right: datetime): datetime",
        "*(left: dynamic, right: dynamic): dynamic",
        "*(left: dynamic, right: int): long",
        "*(left: int, right: dynamic): long",
        "*(left: dynamic, right: number): param1",
        "*(left: number, right: dynamic): param0",
    ];

    public override string Doc => "Product of two numbers; a timespan several times.";

    public override IReadOnlyList<Example> Examples { get; } = [new("2 * 3.5", "7"), new("1h * 36", "1.12:00:00"), new("0.1 * 1s", "00:00:00.1000000")];

    public override SqlValue Lower(ScalarCall call)
    {
        if (Arithmetic.Fold(call, (a, b) => unchecked(a * b)) is { } constant)
            return constant;
        if (call.Type == KqlType.Dynamic)
            return Arithmetic.OfDynamics(call, Expr.Multiply, Expr.Multiply);
        if (Arithmetic.HasTime(call))
            return OfTime(call);
        var (left, right) = Arithmetic.Same(call);
        var nullable = left.Nullable || right.Nullable;
        return call.Type == KqlType.Decimal
            ? new(Expr.Call("toDecimal128OrNull", Expr.Call("toString", Expr.Call("multiplyDecimal", left.Sql, right.Sql, Expr.Number(SqlTypes.DecimalScale))), Expr.Number(SqlTypes.DecimalScale)), call.Type, Nullable: true)
            : Arithmetic.Whole(call, Expr.Multiply(left.Sql, right.Sql), nullable);
    }

    private static SqlValue OfTime(ScalarCall call)
    {
        var left = TimeMath.AsNumber(call[0]);
        var right = TimeMath.AsNumber(call[1]);
        var product = Expr.Multiply(left.Sql, right.Sql);
        var span = left.Type.IsInteger() && right.Type.IsInteger()
            ? new SqlValue(product, KqlType.TimeSpan, left.Nullable || right.Nullable)
            : TimeMath.SpanOfReal(product);
        return call.Type == KqlType.DateTime ? new SqlValue(Conversions.FromTicks(span.Sql), KqlType.DateTime, span.Nullable) : span;
    }
}
