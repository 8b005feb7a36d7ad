using Drever.Kql.Binding;
using Drever.Translation.Lowering.Expressions;

namespace Drever.Translation.Lowering.Operators;

/// <summary><c>where</c>.</summary>
internal static class FilterLowering
{
    public static SelectBlock Lower(BoundFilter filter, RelationLowering relations)
    {
        var block = relations.Lower(filter.Input);
        block = block.IsOpen ? RelationLowering.Over(block, [filter.Predicate]) : block.Nest();
        block.AddWhere(new RowScope(relations, block).LowerFilter(filter.Predicate));
        return block;
    }
}
