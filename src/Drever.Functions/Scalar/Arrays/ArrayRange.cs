using Drever.Functions.Values;
using Drever.Kql.Symbols;
using Drever.Sql;

namespace Drever.Functions.Scalar.Arrays;

/// <summary>Source: Kusto reference, "range()" (the function): both ends belong to it; 1,048,576 values at most.</summary>
internal sealed class ArrayRange : ScalarFunction
{
    public const long Most = 1_048_576;

    public override IReadOnlyList<string> Signatures => ["range(start: summable, stop: summable, step: summable?): dynamic foldable"];

    public override string Doc => "An array of equally spaced values.";

    public override IReadOnlyList<Example> Examples =>
    [
        new("range(4, 9, 2)", "[4,6,8]"),
        new("range(1, 3)", "[1,2,3]"),
        new("range(3, 1, -1)", "[3,2,1]"),
        new("range(5, 1)", "[]"),
        new("range(1.5, 3, 0.5)", "[1.5,2.0,2.5,3.0]"),
        new("range(1h, 3h)", """["01:00:00","02:00:00","03:00:00"]"""),
        new("range(datetime(2020-01-01), datetime(2020-01-03), 1d)",
            """["2020-01-01T00:00:00.0000000Z","2020-01-02T00:00:00.0000000Z","2020-01-03T00:00:00.0000000Z"]"""),
        new("array_length(range(1, 1000000000))", "1048576"),
    ];

    public override SqlValue Lower(ScalarCall call)
    {
        var type = call.Arguments.Any(a => a.Type == KqlType.DateTime) ? KqlType.DateTime
            : call.Arguments.Any(a => a.Type == KqlType.TimeSpan) ? KqlType.TimeSpan
            : call.Arguments.Any(a => a.Type is KqlType.Real or KqlType.Decimal) ? KqlType.Real
            : KqlType.Long;
        var start = Number(call[0], type);
        var stop = Number(call[1], type);
        var step = call.Count == 3 ? Number(call[2], type) : Expr.Number(type switch
        {
            KqlType.TimeSpan => Ticks.PerHour,
            KqlType.DateTime => Ticks.PerDay,
            _ => 1,
        });
        var anyNull = call.Arguments.Where(a => a.Nullable).Select(a => a.IsNull()).ToList();
        var array = Once.Use("step", step, s => Values(start, stop, s, type));
        return anyNull.Count == 0 ? call.ReturnsNotNull(array) : call.NullUnless(Expr.Not(anyNull.Aggregate(Expr.Or)), array);
    }

    /// <summary>Moments and spans in ticks; never NULL.</summary>
    private static SqlExpression Number(SqlValue value, KqlType type)
    {
        var number = value.To(type == KqlType.Real ? KqlType.Real : KqlType.Long);
        return number.Nullable ? Expr.Call("ifNull", number.Sql, Expr.Number(0)) : type == KqlType.Real ? number.Sql : Expr.Call("toInt64", number.Sql);
    }

    private static SqlExpression Values(SqlExpression start, SqlExpression stop, SqlExpression step, KqlType type)
    {
        var distance = Expr.Binary(SqlBinaryOperator.Divide, Expr.Call("toFloat64", Expr.Subtract(stop, start)), step);
        var count = Expr.If(
            Expr.Equal(step, Expr.Number(0)),
            Expr.Number(0),
            Expr.Call("toInt64", Expr.Call("least", Expr.Call("greatest", Expr.Add(Expr.Call("floor", distance), Expr.Number(1)), Expr.Number(0)), Expr.Number(Most))));
        return DynamicArrays.FromItems(Expr.Call(
            "arrayMap",
            Expr.Lambda("place", place => Item(Expr.Add(start, Expr.Multiply(place, step)), type)),
            Expr.Call("range", count)));
    }

    private static SqlExpression Item(SqlExpression number, KqlType type) => type switch
    {
        KqlType.DateTime => new SqlValue(Conversions.FromTicks(number), KqlType.DateTime, Nullable: false).ToItem(),
        _ => new SqlValue(number, type, Nullable: false).ToItem(),
    };
}
