using Drever.Functions;
using Drever.Functions.Values;
using Drever.Kql.Binding;
using Drever.Kql.Symbols;
using Drever.Sql;

namespace Drever.Translation.Lowering.Operators;

/// <summary>
/// The axis of a make-series: positions as numbers (moments and spans in ticks), cut into bins that are counted from the start, or
/// from zero where no start is given.
/// </summary>
internal sealed class SeriesAxis
{
    private readonly KqlType _type;
    private readonly SqlExpression _step;

    private SeriesAxis(KqlType type, SqlExpression step)
    {
        _type = type;
        _step = step;
    }

    /// <summary>The start as a number; null when the data decides.</summary>
    public SqlExpression? From { get; private init; }

    /// <summary>The first position behind the last bin; null when the data decides.</summary>
    public SqlExpression? End { get; private init; }

    /// <summary>The bin behind the last one; null when the data decides.</summary>
    public SqlExpression? BinCount { get; private init; }

    private bool IsWhole => _type is not (KqlType.Real or KqlType.Decimal);

    public static SeriesAxis Of(BoundMakeSeries series, RelationLowering relations)
    {
        var type = series.Axis.Value.Type;
        var axis = new SeriesAxis(type, relations.LowerConstant(series.Step).To(type == KqlType.DateTime ? KqlType.TimeSpan : type).Sql);
        var from = series.From is null ? null : axis.Number(relations.LowerConstant(series.From).To(type));
        var to = series.To is null ? null : axis.Number(relations.LowerConstant(series.To).To(type));
        if (to is null)
            return axis.With(from, null, null);
        var span = from is null ? to : Expr.Subtract(to, from);
        // in range(a, b, s) has a bin that begins at b, the other form ends before it
        var count = series.IsRange
            ? Expr.Add(axis.Floor(span), Expr.Number(1))
            : Expr.Subtract(Expr.Number(0), axis.Floor(Expr.Subtract(Expr.Number(0), span)));
        var end = !series.IsRange ? to : from is null ? Expr.Multiply(count, axis._step) : Expr.Add(from, Expr.Multiply(count, axis._step));
        return axis.With(from, end, count);
    }

    /// <summary>A position as a plain number.</summary>
    public SqlExpression Number(SqlValue position) =>
        _type == KqlType.DateTime ? Conversions.TicksOf(NotNull(position)) : NotNull(position);

    public SqlExpression BinOf(SqlExpression number) => Floor(From is null ? number : Expr.Subtract(number, From));

    /// <summary>Where a bin begins.</summary>
    public SqlValue ValueAt(SqlExpression bin)
    {
        var number = Expr.Multiply(bin, _step);
        if (From is not null)
            number = Expr.Add(From, number);
        return new SqlValue(_type == KqlType.DateTime ? Conversions.FromTicks(number) : Expr.Cast(number, SqlTypes.NotNull(_type)), _type, Nullable: false);
    }

    private static SqlExpression NotNull(SqlValue value) => value.Nullable ? Expr.Call("assumeNotNull", value.Sql) : value.Sql;

    private SqlExpression Floor(SqlExpression number) =>
        Expr.Call("toInt64", IsWhole
            ? Floor(number, _step)
            : Expr.Call("floor", Expr.Binary(SqlBinaryOperator.Divide, number, _step)));

    /// <summary>Whole division that rounds down, also below zero.</summary>
    private static SqlExpression Floor(SqlExpression number, SqlExpression step) =>
        Expr.Call("intDiv", Expr.Subtract(number, Expr.Call("positiveModulo", number, step)), step);

    private SeriesAxis With(SqlExpression? from, SqlExpression? end, SqlExpression? count) =>
        new(_type, _step) { From = from, End = end, BinCount = count };
}
