using System.Collections.Immutable;
using Drever.Kql.Binding;
using Drever.Translation.Plan;

namespace Drever.Translation.Lowering.Operators;

/// <summary><c>project</c>, <c>extend</c> and all that only chooses columns.</summary>
internal static class ProjectLowering
{
    public static SelectBlock Lower(BoundRelation input, ImmutableArray<ColumnDefinition> definitions, RelationLowering relations)
    {
        var block = relations.Lower(input);
        var hasWindows = definitions.Any(d => BoundTree.HasWindow(d.Value));
        if (hasWindows)
            block = SerializeLowering.WithOrder(block, relations);
        // a column that is only passed on or renamed may well be computed
        var computed = definitions.Where(d => d.Value is not BoundColumn).Select(d => d.Value);
        block = hasWindows && !block.IsOpen ? block.Nest() : RelationLowering.Over(block, computed);
        foreach (var definition in definitions)
            Define(block, definition, relations);
        if (hasWindows)
            SerializeLowering.FixOrder(block);
        return block;
    }

    public static void Define(SelectBlock block, ColumnDefinition definition, RelationLowering relations)
    {
        if (definition.Value is BoundColumn same)
            block.Alias(definition.Column, same.Column);
        else if (DynamicViews.IsView(definition.Value))
            block.Define(definition.Column, ColumnSlot.OfView(new ColumnView(definition.Value, relations), block));
        // a window function looks at the order of now
        else if (BoundTree.HasWindow(definition.Value))
            block.Define(definition.Column, new ColumnSlot(relations.Lower(definition.Value, block), isComputed: true));
        else
            block.Define(definition.Column, new ColumnSlot(() => relations.Lower(definition.Value, block), definition.Value is not BoundLiteral));
    }
}
