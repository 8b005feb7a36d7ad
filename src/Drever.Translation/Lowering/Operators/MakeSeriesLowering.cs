using System.Collections.Immutable;
using Drever.Functions;
using Drever.Functions.Values;
using Drever.Kql.Binding;
using Drever.Kql.Symbols;
using Drever.Sql;
using Drever.Translation.Lowering.Expressions;

namespace Drever.Translation.Lowering.Operators;

/// <summary>
/// <c>make-series</c>: one GROUP BY over keys and bins, a second one over the keys that collects the bins in order and fills the
/// gaps with the default. Without from or to a series begins or ends with its own data. Source: Kusto reference,
/// "make-series operator".
/// </summary>
internal static class MakeSeriesLowering
{
    public static SelectBlock Lower(BoundMakeSeries series, RelationLowering relations)
    {
        var axis = SeriesAxis.Of(series, relations);
        var (bins, bin, keys) = Bins(series, axis, relations);
        return Collect(series, axis, bins, bin, keys, relations);
    }

    /// <summary>One row for each key and bin that has data.</summary>
    private static (SelectBlock Bins, ColumnSymbol Bin, ImmutableArray<ColumnSymbol> Keys) Bins(BoundMakeSeries series, SeriesAxis axis, RelationLowering relations)
    {
        var expressions = series.Keys.Select(k => k.Value).Append(series.Axis.Value).Concat(series.Series.Select(s => s.Aggregate));
        var block = relations.Lower(series.Input);
        block = block.IsOpen ? RelationLowering.Over(block, expressions) : block.Nest();
        var position = relations.Lower(series.Axis.Value, block);
        var number = axis.Number(position);
        if (position.Nullable)
            block.AddWhere(Expr.IsNotNull(position.Sql));
        if (axis.From is { } from)
            block.AddWhere(Expr.GreaterOrEqual(number, from));
        if (axis.End is { } end)
            block.AddWhere(Expr.Less(number, end));

        var bin = new ColumnSymbol("bin", KqlType.Long);
        var groupBy = ImmutableArray.CreateBuilder<SqlExpression>();
        if (block.Partition is { } partition)
            groupBy.Add(block.SlotOf(partition).Value.Sql);
        var known = new Dictionary<ColumnSymbol, SqlValue>();
        foreach (var key in series.Keys)
        {
            ProjectLowering.Define(block, key, relations);
            known.Add(key.Column, block.SlotOf(key.Column).Value);
            groupBy.Add(known[key.Column].Sql);
        }

        var binOf = axis.BinOf(number);
        groupBy.Add(binOf);
        block.Define(bin, new ColumnSlot(new SqlValue(binOf, KqlType.Long, Nullable: false), isComputed: true));
        var scope = new AggregateScope(relations, block, known, new Dictionary<ColumnSymbol, ColumnSlot>(), mayBeEmpty: false);
        foreach (var definition in series.Series)
        {
            block.Define(definition.Column, new ColumnSlot(() =>
                new SqlValue(scope.Lower(definition.Aggregate).ToItem(), KqlType.Dynamic, Nullable: false)));
        }

        block.GroupBy = groupBy.ToImmutable();
        block.Order = [];
        block.NaturalOrder = [];
        return (block.Nest(), bin, [.. series.Keys.Select(k => k.Column)]);
    }

    private static SelectBlock Collect(
        BoundMakeSeries series, SeriesAxis axis, SelectBlock bins, ColumnSymbol bin, ImmutableArray<ColumnSymbol> keys, RelationLowering relations)
    {
        var place = bins.SlotOf(bin).Value.Sql;
        var items = series.Series.Select(s => bins.SlotOf(s.Column).Value.Sql);
        // tuples of the bin and the values in it, in the order of bins
        var rows = new ColumnSymbol("rows", KqlType.Dynamic);
        bins.Define(rows, new ColumnSlot(new SqlValue(Expr.Call("arraySort", Expr.Call("groupArray", Expr.Tuple([place, .. items]))), KqlType.Dynamic, false), true));
        var first = new ColumnSymbol("first", KqlType.Long);
        bins.Define(first, new ColumnSlot(new SqlValue(axis.From is null ? Expr.Call("min", place) : Expr.Number(0), KqlType.Long, false), true));
        var end = new ColumnSymbol("end", KqlType.Long);
        bins.Define(end, new ColumnSlot(new SqlValue(axis.BinCount ?? Expr.Add(Expr.Call("max", place), Expr.Number(1)), KqlType.Long, false), true));
        bins.GroupBy = [.. bins.Partition is { } partition ? [bins.SlotOf(partition).Value.Sql] : Array.Empty<SqlExpression>(), .. keys.Select(k => bins.SlotOf(k).Value.Sql)];
        if (bins.GroupBy is { IsEmpty: true } && !series.NonEmpty)
            bins.Having = Expr.Greater(Expr.Call("count"), Expr.Number(0));

        var result = bins.Nest();
        var from = result.SlotOf(first).Value.Sql;
        var to = result.SlotOf(end).Value.Sql;
        var all = result.SlotOf(rows).Value.Sql;
        for (var i = 0; i < series.Series.Length; i++)
        {
            var column = series.Series[i];
            var field = i + 2;
            result.Define(column.Column, new ColumnSlot(() =>
                new SqlValue(DynamicArrays.FromItems(Filled(all, field, from, to, DefaultOf(column, relations), relations)), KqlType.Dynamic, Nullable: false)));
        }

        result.Define(series.Axis.Column, new ColumnSlot(() =>
        {
            var moment = Expr.Lambda(relations.Session.Names.New("i"), i => axis.ValueAt(i).ToItem());
            return new SqlValue(DynamicArrays.FromItems(Expr.Call("arrayMap", moment, Expr.Call("range", from, to))), KqlType.Dynamic, Nullable: false);
        }));
        return result;
    }

    private static SqlExpression DefaultOf(SeriesDefinition series, RelationLowering relations) =>
        series.Default is { } value ? relations.LowerConstant(value).ToItem() : Expr.Text("0");

    /// <summary>
    /// The values from bin to bin with defaults between. Each row gives as many defaults as bins are missing before it, then
    /// itself; a last row beyond the end, which has no value, gives those behind the last one.
    /// </summary>
    private static SqlExpression Filled(SqlExpression rows, int field, SqlExpression from, SqlExpression to, SqlExpression missing, RelationLowering relations)
    {
        var row = relations.Session.Names.New("r");
        var bins = Expr.Call("arrayMap", Expr.Lambda(row, r => Expr.Call("tupleElement", r, Expr.Number(1))), rows);
        var values = Expr.Call("arrayMap", Expr.Lambda(row, r => Expr.Array(Expr.Call("tupleElement", r, Expr.Number(field)))), rows);
        var before = Expr.Call("arrayPushFront", bins, Expr.Subtract(from, Expr.Number(1)));
        var places = Expr.Call("arrayPushBack", bins, to);
        var pieces = Expr.Call("arrayPushBack", values, Expr.Cast(Expr.Array(), SqlType.Array(SqlType.String)));
        string p = relations.Session.Names.New("p"), b = relations.Session.Names.New("b"), v = relations.Session.Names.New("v");
        var gap = Expr.Subtract(Expr.Subtract(new SqlVariable(p), new SqlVariable(b)), Expr.Number(1));
        var piece = Expr.Call("arrayConcat", Expr.Call("arrayWithConstant", Expr.Call("greatest", gap, Expr.Number(0)), missing), new SqlVariable(v));
        return Expr.Call("arrayFlatten", Expr.Call("arrayMap", new SqlLambda([p, b, v], piece), places, before, pieces));
    }
}
