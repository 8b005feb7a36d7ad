using System.Collections.Immutable;
using Drever.Functions.Operators;
using Drever.Functions.Values;
using Drever.Kql.Symbols;
using Drever.Sql;

namespace Drever.Functions.Aggregates;

/// <summary>
/// Kusto reference, "percentile()", "percentiles()" and the weighted ones: the smallest value that so many per cent of the values (or of their
/// weights) do not exceed. Exact, where KQL estimates large sets; null over no values.
/// </summary>
internal abstract class PercentileAggregate(bool isWeighted, bool isArray, params string[] declarations) : AggregateFunction
{
    private readonly int _from = isWeighted ? 2 : 1;

    public override IReadOnlyList<string> Signatures { get; } = declarations;

    public override SqlValue Lower(ScalarCall call) => LowerMany(call)[0];

    public override ImmutableArray<SqlValue> LowerMany(ScalarCall call)
    {
        var type = TypeOf(call[0].Type);
        var number = Number(call[0]);
        var levels = Levels(call);
        if (!isArray)
            return [.. levels.Select(level => Back(At(call, number, level), type))];
        var elements = levels.Select(level => Back(At(call, number, level), type).ToItem());
        return [new SqlValue(DynamicArrays.FromItems(Expr.Array([.. elements])), KqlType.Dynamic, Nullable: false)];
    }

    /// <summary>The weighted form of the engine is the one that takes the nearest rank; alone each value weighs 1.</summary>
    private SqlExpression At(ScalarCall call, SqlExpression number, SqlExpression level)
    {
        var weight = isWeighted ? Expr.Call("toUInt64", Expr.Call("greatest", Expr.Call("ifNull", call[1].Sql, Expr.Number(0)), Expr.Number(0))) : Expr.Number(1);
        return Expr.CallWith("quantileExactWeightedOrNull", level, number, weight);
    }

    /// <summary>Per cents as parts of 1; constants, as the engine demands.</summary>
    private IEnumerable<SqlExpression> Levels(ScalarCall call)
    {
        for (var i = _from; i < call.Count; i++)
        {
            if (call[i].Type != KqlType.Dynamic)
            {
                yield return Level(call[i].Sql);
            }
            else if (call[i].Sql is SqlString json)
            {
                foreach (var element in LiteralArray.Elements(json.Value))
                    yield return Level(element.Sql);
            }
        }
    }

    private static SqlExpression Level(SqlExpression percent)
    {
        double? constant = percent switch { SqlFloat f => f.Value, _ => Arithmetic.ConstantOf(percent) };
        return constant is { } value
            ? Expr.Number(Math.Clamp(value / 100, 0, 1))
            : Expr.Call("least", Expr.Number(1.0), Expr.Call("greatest", Expr.Number(0.0), Expr.Binary(SqlBinaryOperator.Divide, percent, Expr.Number(100))));
    }

    private static KqlType TypeOf(KqlType type) => type switch
    {
        KqlType.Int => KqlType.Long,
        KqlType.Decimal => KqlType.Real,
        _ => type,
    };

    private static SqlExpression Number(SqlValue value) => value.Type switch
    {
        KqlType.Int or KqlType.Bool => Expr.Call("toInt64", value.Sql),
        KqlType.Long or KqlType.TimeSpan or KqlType.DateTime => Expr.Call("toInt64", TimeMath.AsNumber(value).Sql),
        _ => value.To(KqlType.Real).Sql,
    };

    private static SqlValue Back(SqlExpression number, KqlType type) => type switch
    {
        KqlType.DateTime => new(Conversions.FromTicks(number), type, Nullable: true),
        KqlType.Long or KqlType.TimeSpan or KqlType.Real => new(number, type, Nullable: true),
        KqlType.Bool => new(Expr.Call("toBool", number), type, Nullable: true),
        _ => new SqlValue(number, KqlType.Real, Nullable: true).To(type),
    };
}

internal sealed class Percentile() : PercentileAggregate(
    isWeighted: false, isArray: false,
    "percentile(expr: scalar, percentile: number): custom",
    "percentiles(expr: scalar, percentile: number{1,}): custom")
{
    public override string Doc => "The value that a part of the values, in per cent, do not exceed.";

    public override IReadOnlyList<Example> Examples { get; } =
    [
        new("percentile(x, 50)", "12") { Over = "range x from 1 to 24 step 1" }, new("percentile(x, 95)", "95") { Over = "range x from 1 to 100 step 1" },
        new("percentile(x, 50)", "") { Over = "datatable(x: long)[]" }, new("percentile(x, 50)", "01:00:00") { Over = "datatable(x: timespan)[1h, 2h]" },
    ];
}

internal sealed class PercentileW() : PercentileAggregate(
    isWeighted: true, isArray: false,
    "percentilew(expr: scalar, weight: integer, percentile: number): custom",
    "percentilesw(expr: scalar, weight: integer, percentile: number{1,}): custom")
{
    public override string Doc => "The value that a part of the weights, in per cent, do not exceed.";

    public override IReadOnlyList<Example> Examples { get; } =
        [new("percentilew(v, w, 50)", "20") { Over = "datatable(w: long, v: long)[8, 10, 6, 20, 3, 30, 1, 40]" }];
}

internal sealed class PercentilesArray() : PercentileAggregate(
    isWeighted: false, isArray: true,
    "percentiles_array(expr: scalar, percentile: number{1,}): custom",
    "percentiles_array(expr: scalar, percentiles: dynamicarray): custom")
{
    public override string Doc => "Several percentiles as an array.";

    public override IReadOnlyList<Example> Examples { get; } =
        [new("percentiles_array(x, 5, 50)", "[5,50]") { Over = "range x from 1 to 100 step 1" }, new("percentiles_array(x, dynamic([5, 50]))", "[5,50]") { Over = "range x from 1 to 100 step 1" }];
}

internal sealed class PercentilesWArray() : PercentileAggregate(
    isWeighted: true, isArray: true,
    "percentilesw_array(expr: scalar, weight: integer, percentile: number{1,}): custom",
    "percentilesw_array(expr: scalar, weight: integer, percentiles: dynamicarray): custom")
{
    public override string Doc => "Several weighted percentiles as an array.";

    public override IReadOnlyList<Example> Examples { get; } =
        [new("percentilesw_array(v, w, 50, 75, 99.9)", "[20,20,40]") { Over = "datatable(w: long, v: long)[8, 10, 6, 20, 3, 30, 1, 40]" }];
}
