using Drever.Functions;
using Drever.Kql.Binding;
using Drever.Kql.Symbols;
using Drever.Sql;

namespace Drever.Translation.Lowering.Operators;

/// <summary><c>serialize</c>, and the order of rows that window functions need.</summary>
internal static class SerializeLowering
{
    public static SelectBlock Lower(BoundSerialize serialize, RelationLowering relations) => WithOrder(relations.Lower(serialize.Input), relations);

    /// <summary>The rows with some order: the one that was asked for, their natural one, or as they come.</summary>
    public static SelectBlock WithOrder(SelectBlock block, RelationLowering relations)
    {
        if (!block.Order.IsEmpty)
            return block;
        if (!block.NaturalOrder.IsEmpty)
        {
            block.Order = block.NaturalOrder;
            return block;
        }

        var numbered = block.Nest();
        Number(numbered);
        return numbered.Nest();
    }

    /// <summary>
    /// From here on rows are ordered by their number: keys with ties would order the rows of another SELECT in another way.
    /// The number costs nothing until someone asks for it.
    /// </summary>
    public static void FixOrder(SelectBlock block)
    {
        if (block.HasWindows)
            return;
        block.WindowOrder = block.Order;
        Number(block);
    }

    private static void Number(SelectBlock block)
    {
        var order = block.SqlOrder();
        var number = new ColumnSymbol("row", KqlType.Long);
        var sql = new SqlWindow(new SqlCall("row_number", []), [], order, SqlFrame.Default);
        block.Define(number, new ColumnSlot(new SqlValue(sql, KqlType.Long, Nullable: false), isComputed: true));
        block.HasWindows = true;
        block.Order = [new RowOrderKey(number, Descending: false, NullsFirst: true)];
    }
}
