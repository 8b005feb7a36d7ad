using Drever.Functions;
using Drever.Functions.Values;
using Drever.Kql.Binding;
using Drever.Kql.Symbols;
using Drever.Sql;

namespace Drever.Translation.Lowering.Operators;

/// <summary><c>union</c>: UNION ALL, with typed nulls for the columns that a leg does not have.</summary>
internal static class UnionLowering
{
    public static SelectBlock Lower(BoundUnion union, RelationLowering relations)
    {
        var columns = union.Result.AddRange(union.Hidden);
        var legs = new List<SelectBlock>(union.Legs.Length);
        for (var l = 0; l < union.Legs.Length; l++)
        {
            var leg = union.Legs[l];
            var block = relations.Lower(leg.Input);
            for (var c = 0; c < columns.Length; c++)
                block.Define(columns[c], SlotOf(block, leg.Sources[c], columns[c], union, union.SourceNames.IsDefaultOrEmpty ? "" : union.SourceNames[l]));
            legs.Add(block);
        }

        var session = relations.Session;
        return new SelectBlock(session, NestedSource.OfUnion(new UnionRows(legs), session.Names.New("t")));
    }

    private static ColumnSlot SlotOf(SelectBlock leg, ColumnSymbol? source, ColumnSymbol column, BoundUnion union, string name)
    {
        if (ReferenceEquals(column, union.SourceColumn))
            return new ColumnSlot(new SqlValue(Expr.Text(name), KqlType.String, Nullable: false), isComputed: false);
        if (source is null)
            return new ColumnSlot(TruthValues.NullOf(column.Type), isComputed: false);
        var slot = leg.SlotOf(source);
        return source.Type == column.Type ? slot : new ColumnSlot(() => slot.Value.To(column.Type));
    }
}
