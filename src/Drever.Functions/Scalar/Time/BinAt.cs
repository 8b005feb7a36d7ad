using Drever.Functions.Operators;
using Drever.Functions.Values;
using Drever.Kql.Symbols;
using Drever.Sql;

namespace Drever.Functions.Scalar.Time;

/// <summary>Kusto reference, "bin_at()": bins that are counted from a fixed point, in both directions. Null for a size of zero or less.</summary>
internal sealed class BinAt : ScalarFunction
{
    public override IReadOnlyList<string> Signatures { get; } =
    [
        "bin_at(value: number, bin_size: number, fixed_point: number): widest as FirstArgument foldable",
        "bin_at(value: timespan, bin_size: number, fixed_point: timespan): timespan as FirstArgument foldable",
        "bin_at(value: timespan, bin_size: timespan, fixed_point: timespan): timespan as FirstArgument foldable",
        "bin_at(value: datetime, bin_size: summable, fixed_point: datetime): datetime as FirstArgument foldable",
    ];

    public override string Doc => "A value rounded down to a bin, where a point is given at which a bin begins.";

    public override IReadOnlyList<Example> Examples { get; } =
    [
        new("bin_at(6.5, 2.5, 7)", "4.5"), new("bin_at(time(1h), 1d, 12h)", "-12:00:00"), new("bin_at(5, 3, 1)", "4"),
        new("bin_at(datetime(2017-05-17 10:20), 7d, datetime(2017-06-04))", "2017-05-14T00:00:00.0000000Z"),
    ];

    public override SqlValue Lower(ScalarCall call)
    {
        if (call.Type is KqlType.Real or KqlType.Decimal)
            return OfReal(call);
        var value = TimeMath.AsNumber(call[0]);
        var size = TimeMath.AsNumber(call[1]).To(KqlType.Long);
        var point = TimeMath.AsNumber(call[2]);
        var rest = Expr.Call("toInt64", Expr.Call("positiveModuloOrNull", Expr.Subtract(Expr.Call("toInt64", value.Sql), point.Sql), size.Sql));
        var floor = Expr.If(Expr.Greater(size.Sql, Expr.Number(0)), Expr.Subtract(Expr.Call("toInt64", value.Sql), rest), Expr.Null);
        return call.ReturnsNullable(call.Type switch
        {
            KqlType.DateTime => Conversions.FromTicks(floor),
            KqlType.Int => Expr.Call("toInt32", floor),
            _ => floor,
        });
    }

    private static SqlValue OfReal(ScalarCall call)
    {
        var (value, size, point) = (call[0].To(KqlType.Real).Sql, call[1].To(KqlType.Real).Sql, call[2].To(KqlType.Real).Sql);
        var steps = Expr.Call("floor", Expr.Binary(SqlBinaryOperator.Divide, Expr.Subtract(value, point), size));
        var floor = Expr.If(Expr.Greater(size, Expr.Number(0)), Expr.Add(point, Expr.Multiply(steps, size)), Expr.Null);
        return new SqlValue(floor, KqlType.Real, Nullable: true).To(call.Type);
    }
}
