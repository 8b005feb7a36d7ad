using System.Collections.Immutable;
using Drever.Functions;
using Drever.Functions.Values;
using Drever.Kql.Binding;
using Drever.Kql.Symbols;
using Drever.Sql;

namespace Drever.Translation.Lowering.Operators;

/// <summary>
/// <c>mv-expand</c>: a LEFT ARRAY JOIN over arrays of JSON texts. An empty array gives one row with an empty text there, which is
/// KQL's null. Source: Kusto reference, "mv-expand operator".
/// </summary>
internal static class MvExpandLowering
{
    public static SelectBlock Lower(BoundMvExpand expand, RelationLowering relations) =>
        Expand(relations.Lower(expand.Input), expand.Items, expand.ItemIndex, expand.RowLimit, expand.BagsAsArrays, keepsEmpty: true, relations);

    public static SelectBlock Expand(
        SelectBlock input,
        ImmutableArray<ExpandItem> items,
        ColumnSymbol? itemIndex,
        BoundExpression? rowLimit,
        bool bagsAsArrays,
        bool keepsEmpty,
        RelationLowering relations)
    {
        // the arrays are made below the join, so that each is computed once
        var below = RelationLowering.Over(input, items.Select(i => i.Value));
        if (below.IsGrouped)
            below = below.Nest();
        var arrays = new List<ColumnSymbol>();
        foreach (var item in items)
        {
            var array = new ColumnSymbol("items", KqlType.Dynamic);
            var value = item.Value;
            below.Define(array, new ColumnSlot(() => new SqlValue(Elements(relations.Lower(value, below), bagsAsArrays, relations), KqlType.Dynamic, Nullable: false)));
            arrays.Add(array);
        }

        var block = below.Nest();
        var joined = ImmutableArray.CreateBuilder<SqlItem>();
        var sources = Parallel([.. arrays.Select(a => block.SlotOf(a).Value.Sql)], rowLimit, relations);
        for (var i = 0; i < items.Length; i++)
            joined.Add(Join(block, items[i].Column, sources[i], relations));
        var index = itemIndex ?? new ColumnSymbol("index", KqlType.Long);
        if (itemIndex is not null || !block.Order.IsEmpty || block.Partition is not null)
        {
            var name = relations.Session.Names.New("e");
            joined.Add(new SqlItem(Expr.Call("arrayEnumerate", sources[0]), name));
            // from 0; an empty array has the default 0 here, not 1
            var number = Expr.Call("toInt64", Expr.Call("greatest", Expr.Subtract(Expr.Call("toInt64", new SqlVariable(name)), Expr.Number(1)), Expr.Number(0)));
            block.Define(index, new ColumnSlot(new SqlValue(number, KqlType.Long, Nullable: false), isComputed: true));
            var inPlace = new RowOrderKey(index, Descending: false, NullsFirst: true);
            if (!block.Order.IsEmpty)
                block.Order = block.Order.Add(inPlace);
            block.NaturalOrder = block.NaturalOrder.IsEmpty && block.Partition is null ? [] : block.NaturalOrder.Add(inPlace);
        }
        else
        {
            block.NaturalOrder = [];
        }

        block.ArrayJoin = joined.ToImmutable();
        block.IsLeftArrayJoin = keepsEmpty;
        return block;
    }

    private static SqlItem Join(SelectBlock block, ColumnSymbol column, SqlExpression array, RelationLowering relations)
    {
        var name = relations.Session.Names.New("e");
        var element = new SqlValue(DynamicArrays.ItemToDynamic(new SqlVariable(name)), KqlType.Dynamic, Nullable: false);
        block.Define(column, new ColumnSlot(() => element.To(column.Type)));
        return new SqlItem(array, name);
    }

    /// <summary>Arrays of one length, the longest one's, and no longer than the limit.</summary>
    private static ImmutableArray<SqlExpression> Parallel(ImmutableArray<SqlExpression> arrays, BoundExpression? rowLimit, RelationLowering relations)
    {
        var limited = rowLimit is null
            ? arrays
            : [.. arrays.Select(a => Expr.Call("arraySlice", a, Expr.Number(1), TakeLowering.Count(rowLimit, relations)))];
        if (limited.Length == 1)
            return limited;
        var longest = Expr.Call("greatest", [.. limited.Select(a => Expr.Call("length", a))]);
        return [.. limited.Select(a => Expr.Call("arrayResize", a, longest, Expr.Text("")))];
    }

    /// <summary>A value's elements as JSON texts: of an array its items, of a bag its properties, of anything else itself.</summary>
    private static SqlExpression Elements(SqlValue value, bool bagsAsArrays, RelationLowering relations)
    {
        // a string column that holds JSON stands for what it holds
        var dynamic = value.Type == KqlType.String ? value with { Sql = DynamicPaths.Parse(value.Sql), Type = KqlType.Dynamic } : value.To(KqlType.Dynamic);
        if (DynamicArrays.KnownItems(dynamic) is { } known)
            return known;
        return Once.Use(relations.Session.Names.New("bag"), dynamic.Sql, json =>
        {
            var item = relations.Session.Names.New("p");
            var properties = Expr.Call("arrayMap", Expr.Lambda(item, p => Property(p, bagsAsArrays)), Expr.Call("JSONExtractKeysAndValuesRaw", json));
            return Expr.Call(
                "multiIf",
                DynamicArrays.IsArray(json), Expr.Call("JSONExtractArrayRaw", json),
                DynamicArrays.IsBag(json), properties,
                Expr.Equal(json, Expr.Text("")), Expr.Cast(Expr.Array(), SqlType.Array(SqlType.String)),
                Expr.Array(json));
        });
    }

    private static SqlExpression Property(SqlExpression pair, bool asArray)
    {
        var key = Expr.Call("toJSONString", Expr.Call("tupleElement", pair, Expr.Number(1)));
        var value = Expr.Call("tupleElement", pair, Expr.Number(2));
        return asArray
            ? Expr.Call("concat", Expr.Text("["), key, Expr.Text(","), value, Expr.Text("]"))
            : Expr.Call("concat", Expr.Text("{"), key, Expr.Text(":"), value, Expr.Text("}"));
    }
}
