using Drever.Functions.Operators;
using Drever.Functions.Scalar.Numbers;
using Drever.Functions.Values;
using Drever.Kql.Symbols;
using Drever.Sql;

namespace Drever.Functions.Scalar.Time;

/// <summary>
/// Kusto reference, "bin()", "floor()": rounds down, below zero too; bins of moments are counted from 0001-01-01. Null for a size of zero
/// or less. For moments whole division of ticks is as fast as the engine's toStartOfInterval (measured) and right in all years.
/// </summary>
internal sealed class Bin : ScalarFunction
{
    public override IReadOnlyList<string> Signatures { get; } =
    [
        .. new[] { "bin", "floor" }.SelectMany(name => new[]
        {
            $"{name}(value: number, roundTo: number): widest as FirstArgument foldable",
            $"{name}(value: timespan, roundTo: timespan): timespan as FirstArgument foldable",
            $"{name}(value: datetime, roundTo: datetime): datetime as FirstArgument foldable",
            $"{name}(value: datetime, roundTo: timespan): datetime as FirstArgument foldable",
        }),
    ];

    public override string Doc => "A value rounded down to a multiple of a size.";

    public override IReadOnlyList<Example> Examples { get; } =
    [
        new("bin(4.5, 1)", "4"), new("bin(7, 3)", "6"), new("bin(-7, 3)", "-9"), new("bin(time(16d), 7d)", "14.00:00:00"),
        new("bin(datetime(1970-05-11 13:45:07), 1d)", "1970-05-11T00:00:00.0000000Z"), new("bin(datetime(2024-01-03), 7d)", "2024-01-01T00:00:00.0000000Z"),
        new("floor(-2.5, 1)", "-3"), new("isnull(bin(5, 0))", "true"),
    ];

    public override SqlValue Lower(ScalarCall call)
    {
        var (value, size) = (call[0], call[1]);
        if (size.Type is KqlType.DateTime)
            size = TimeMath.AsNumber(size);
        return call.Type switch
        {
            KqlType.DateTime => Of(call, value, TimeMath.UnixTicks(value.Sql), Moments.UnixEpoch, size),
            KqlType.Real or KqlType.Decimal => OfReal(call, value, size),
            _ => Of(call, value, Integers.AsLong(value), 0, size),
        };
    }

    /// <param name="number">The value as a whole number.</param>
    /// <param name="origin">What makes the number positive where it can't be negative; else 0.</param>
    private static SqlValue Of(ScalarCall call, SqlValue value, SqlExpression number, long origin, SqlValue size)
    {
        if (Arithmetic.ConstantOf(size.Sql) is { } constant and > 0)
        {
            var floor = origin == 0 ? FloorOfAny(number, constant) : Moments.FloorTicks(number, constant);
            return new(Typed(call.Type, floor), call.Type, value.Nullable);
        }

        var step = Integers.AsLong(size);
        var rest = Expr.Call("toInt64", Expr.Call("positiveModuloOrNull", origin == 0 ? number : Expr.Add(number, Expr.Number(origin)), step));
        return call.ReturnsNullable(Typed(call.Type, Expr.If(Expr.Greater(step, Expr.Number(0)), Expr.Subtract(number, rest), Expr.Null)));
    }

    private static SqlExpression FloorOfAny(SqlExpression number, long size) =>
        size == 1 ? number : Expr.Subtract(number, Expr.Call("toInt64", Expr.Call("positiveModulo", number, Expr.Number(size))));

    private static SqlExpression Typed(KqlType type, SqlExpression number) => type switch
    {
        KqlType.DateTime => TimeMath.FromUnixTicks(number),
        KqlType.Int => Expr.Call("toInt32", number),
        _ => number,
    };

    private static SqlValue OfReal(ScalarCall call, SqlValue value, SqlValue size)
    {
        var step = size.To(KqlType.Real).Sql;
        var floor = Expr.Multiply(Expr.Call("floor", Expr.Binary(SqlBinaryOperator.Divide, value.To(KqlType.Real).Sql, step)), step);
        var isSafe = Arithmetic.ConstantOf(size.Sql) > 0 || size.Sql is SqlFloat { Value: > 0 };
        var result = isSafe
            ? new SqlValue(floor, KqlType.Real, value.Nullable)
            : new SqlValue(Expr.If(Expr.Greater(step, Expr.Number(0)), floor, Expr.Null), KqlType.Real, Nullable: true);
        return result.To(call.Type);
    }
}
