using Drever.Functions;
using Drever.Kql.Binding;
using Drever.Kql.Symbols;
using Drever.Sql;

namespace Drever.Translation.Lowering.Operators;

/// <summary>
/// <c>mv-apply</c>: every input row gets a number, its elements become rows, and each step of the subquery works for each number
/// apart (a GROUP BY, PARTITION BY or LIMIT BY of it). The input row's columns go along. A row without elements is gone. Source: Kusto reference, "mv-apply operator".
/// </summary>
internal static class MvApplyLowering
{
    public static SelectBlock Lower(BoundMvApply apply, RelationLowering relations)
    {
        var input = relations.Lower(apply.Input);
        var order = input.Order;
        var numbered = input.Nest();
        var row = new ColumnSymbol("row", KqlType.Long);
        numbered.Define(row, new ColumnSlot(new SqlValue(new SqlWindow(new SqlCall("row_number", []), [], [], SqlFrame.Default), KqlType.Long, Nullable: false), isComputed: true));
        numbered.HasWindows = true;

        var outer = numbered.Nest();
        outer.Partition = row;
        outer.Order = [];
        outer.NaturalOrder = [];
        // under symbols of their own: the subquery may put other values in the place of the input's
        var carried = apply.Output.Where(o => !o.FromSubquery).Select(o => o.Source).Concat(order.Select(o => o.Key)).Distinct()
            .ToDictionary(source => source, source => new ColumnSymbol(source.Name, source.Type));
        foreach (var (source, own) in carried)
            outer.Alias(own, source);
        var elements = MvExpandLowering.Expand(outer, apply.Items, apply.ItemIndex, apply.RowLimit, bagsAsArrays: false, keepsEmpty: false, relations);
        elements.Carried = [.. carried.Values, row];
        relations.Session.EnterApply(apply.Scope, elements);

        var result = relations.Lower(apply.Subquery).Nest();
        result.Partition = null;
        result.Carried = [];
        result.Order = order.IsEmpty ? [] : [.. order.Select(o => o with { Key = carried[o.Key] }), new RowOrderKey(row, false, true), .. result.Order];
        result.NaturalOrder = [];
        foreach (var output in apply.Output)
            result.Alias(output.Column, output.FromSubquery ? output.Source : carried[output.Source]);
        return result;
    }
}
