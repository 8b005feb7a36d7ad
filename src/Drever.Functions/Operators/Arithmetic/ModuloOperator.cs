using Drever.Functions.Values;
using Drever.Kql.Symbols;
using Drever.Sql;

namespace Drever.Functions.Operators;

/// <summary>Kusto reference, "Numerical operators", "About the modulo operator": the result is never negative; null by zero for whole numbers.</summary>
internal sealed class ModuloOperator : OperatorFunction
{
    public override IReadOnlyList<string> Signatures { get; } =
    [
        "%(left: number, right: number): widest",
        "%(left: timespan, right: timespan): timespan",
        "%(left: timespan, right: number): timespan",
        "%(left: datetime, right: datetime): timespan",
        "%(left: datetime, right: timespan): timespan",
        "%(left: datetime, right: number): datetime",
        "%(left: dynamic, right: dynamic): dynamic",
        "%(left: dynamic, right: int): long",
        "%(left: int, right: dynamic): long",
        "%(left: dynamic, right: number): param1",
        "%(left: number, right: dynamic): param0",
    ];

    public override string Doc => "What is left over by a division, from zero up.";

    public override IReadOnlyList<Example> Examples { get; } =
    [
        new("14 % 12", "2"), new("-14 % 12", "10"), new("14 % -12", "2"), new("-14 % -12", "10"), new("isnull(1 % 0)", "true"),
        new("25h % 1d", "01:00:00"),
    ];

    public override SqlValue Lower(ScalarCall call)
    {
        if (call.Type == KqlType.Dynamic)
            return Arithmetic.OfDynamics(call, (l, r) => Whole(l, r).Sql, (l, r) => Expr.Call("positiveModulo", l, r));
        if (Arithmetic.HasTime(call))
            return OfTime(call);
        var (left, right) = Arithmetic.Same(call);
        if (call.Type is KqlType.Real)
            return new(Expr.Call("positiveModulo", Expr.Call("toFloat64", left.Sql), right.Sql), call.Type, left.Nullable || right.Nullable);
        if (call.Type == KqlType.Decimal)
            return new SqlValue(Expr.Call("positiveModulo", left.To(KqlType.Real).Sql, right.To(KqlType.Real).Sql), KqlType.Real, Nullable: true).To(call.Type);
        var (rest, mayBeNull) = Whole(left.Sql, right.Sql);
        return Arithmetic.Whole(call, rest, left.Nullable || right.Nullable || mayBeNull);
    }

    private static SqlValue OfTime(ScalarCall call)
    {
        var left = TimeMath.AsNumber(call[0]);
        var right = TimeMath.AsNumber(call[1]);
        SqlValue span;
        if (right.Type.IsInteger())
        {
            var (rest, mayBeNull) = Whole(left.Sql, right.Sql);
            span = new(rest, KqlType.TimeSpan, left.Nullable || right.Nullable || mayBeNull);
        }
        else
        {
            span = TimeMath.SpanOfReal(Expr.Call("positiveModulo", Expr.Call("toFloat64", left.Sql), right.Sql));
        }

        return call.Type == KqlType.DateTime ? new(Conversions.FromTicks(span.Sql), KqlType.DateTime, span.Nullable) : span;
    }

    /// <summary>
    /// The sign of the divisor does not matter. The engine has no rest of the least number by -1 and would end the query.
    /// </summary>
    private static (SqlExpression Sql, bool MayBeNull) Whole(SqlExpression left, SqlExpression right)
    {
        if (Arithmetic.ConstantOf(right) is { } constant and not 0 and not long.MinValue)
            return (Expr.Call("toInt64", Expr.Call("positiveModulo", left, Expr.Number(Math.Abs(constant)))), false);
        var divisor = Expr.If(Expr.Equal(right, Expr.Number(-1)), Expr.Number(1), right);
        return (Expr.Call("toInt64", Expr.Call("positiveModuloOrNull", left, divisor)), true);
    }
}
