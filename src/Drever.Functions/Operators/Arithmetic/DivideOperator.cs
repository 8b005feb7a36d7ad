using Drever.Functions.Values;
using Drever.Kql.Symbols;
using Drever.Sql;

namespace Drever.Functions.Operators;

/// <summary>
/// Kusto reference, "Numerical operators", "Datetime / timespan arithmetic": whole numbers divide towards zero, and give null by zero.
/// </summary>
internal sealed class DivideOperator : OperatorFunction
{
    public override IReadOnlyList<string> Signatures { get; } =
    [
        "/(left: number, right: number): widest",
        "/(left: timespan, right: timespan): real",
        "/(left: timespan, right: number): timespan",
        "/(left: datetime, right: datetime): real",
        "/(left: datetime, right: timespan): real",
        "/(left: datetime, right: number): datetime",
        "/(left: dynamic, right: dynamic): dynamic",
        "/(left: dynamic, right: int): long",
        "/(left: int, right: dynamic): long",
        "/(left: dynamic, right: number): param1",
        "/(left: number, right: dynamic): param0",
    ];

    public override string Doc => "Quotient of two numbers; a whole one of whole numbers. How many timespans fit into another.";

    public override IReadOnlyList<Example> Examples { get; } =
        [new("7 / 2", "3"), new("-7 / 2", "-3"), new("7 / 2.0", "3.5"), new("isnull(1 / 0)", "true"), new("1d / 1h", "24"), new("1h / 2", "00:30:00")];

    public override SqlValue Lower(ScalarCall call)
    {
        if (call.Type == KqlType.Dynamic)
            return Arithmetic.OfDynamics(call, (l, r) => Expr.Call("intDivOrNull", l, r), Quotient);
        if (Arithmetic.HasTime(call))
            return OfTime(call);
        var (left, right) = Arithmetic.Same(call);
        return call.Type switch
        {
            KqlType.Real => new(Quotient(left.Sql, right.Sql), call.Type, left.Nullable || right.Nullable),
            KqlType.Decimal => new(OfDecimals(left.Sql, right.Sql), call.Type, Nullable: true),
            _ => Arithmetic.Whole(call, Whole(left.Sql, right.Sql), left.Nullable || right.Nullable || !IsSafe(right.Sql)),
        };
    }

    private static SqlValue OfTime(ScalarCall call)
    {
        var left = TimeMath.AsNumber(call[0]);
        var right = TimeMath.AsNumber(call[1]);
        if (call.Type == KqlType.Real)
            return new(Quotient(left.Sql, right.Sql), KqlType.Real, left.Nullable || right.Nullable);
        var span = right.Type.IsInteger()
            ? new SqlValue(Whole(left.Sql, right.Sql), KqlType.TimeSpan, left.Nullable || right.Nullable || !IsSafe(right.Sql))
            : TimeMath.SpanOfReal(Quotient(left.Sql, right.Sql));
        return call.Type == KqlType.DateTime ? new SqlValue(Conversions.FromTicks(span.Sql), KqlType.DateTime, span.Nullable) : span;
    }

    /// <summary>By a constant the engine multiplies instead; it may be neither 0 nor -1, which have no result for some dividends.</summary>
    private static SqlExpression Whole(SqlExpression left, SqlExpression right) => Expr.Call(IsSafe(right) ? "intDiv" : "intDivOrNull", left, right);

    private static bool IsSafe(SqlExpression divisor) => Arithmetic.ConstantOf(divisor) > 0;

    private static SqlExpression Quotient(SqlExpression left, SqlExpression right) => Expr.Binary(SqlBinaryOperator.Divide, left, right);

    private static SqlExpression OfDecimals(SqlExpression left, SqlExpression right)
    {
        var scale = Expr.Number(SqlTypes.DecimalScale);
        var isZero = Expr.Equal(right, Expr.Number(0));

        // the engine divides before it looks at the condition
        var quotient = Expr.Call("divideDecimal", left, Expr.If(isZero, Expr.Number(1), right), scale);
        return Expr.If(isZero, Expr.Null, Expr.Call("toDecimal128OrNull", Expr.Call("toString", quotient), scale));
    }
}
