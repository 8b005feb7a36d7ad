using System.Collections.Immutable;
using Drever.Kql.Binding;
using Drever.Kql.Symbols;

namespace Drever.Translation.Lowering.Operators;

/// <summary>
/// <c>sort</c>: remembers the order. It is written where it matters, before a LIMIT and in the outermost SELECT; until then the
/// keys go along as columns that the result does not show.
/// </summary>
internal static class SortLowering
{
    public static SelectBlock Lower(BoundSort sort, RelationLowering relations)
    {
        var block = relations.Lower(sort.Input);
        if (block.IsLimited)
            block = block.Nest();
        block = RelationLowering.Over(block, sort.Keys.Select(k => k.Value).Where(v => v is not BoundColumn));
        var keys = ImmutableArray.CreateBuilder<RowOrderKey>(sort.Keys.Length);
        foreach (var key in sort.Keys)
        {
            var symbol = new ColumnSymbol("key", key.Value.Type);
            ProjectLowering.Define(block, new ColumnDefinition(symbol, key.Value), relations);
            keys.Add(new RowOrderKey(symbol, key.Descending, key.NullsFirst));
        }

        block.Order = keys.MoveToImmutable();
        return block;
    }
}
