using System.Collections.Immutable;
using Drever.Functions.Values;
using Drever.Kql.Binding;
using Drever.Kql.Symbols;

namespace Drever.Translation.Lowering.Operators;

/// <summary>The keys of a join as columns of its sides, each pair in one type.</summary>
internal static class JoinKeys
{
    /// <summary>A side in which the keys can be written over plain columns.</summary>
    public static SelectBlock Side(BoundRelation side, IEnumerable<BoundExpression> keys, RelationLowering relations) =>
        RelationLowering.Over(relations.Lower(side), keys.Where(k => k is not BoundColumn));

    /// <summary>Defines the keys of one side as columns of its block.</summary>
    public static ImmutableArray<ColumnSymbol> Define(BoundJoin join, JoinSide side, SelectBlock block, RelationLowering relations) =>
        [.. join.Keys.Select(k => Define(side == JoinSide.Left ? k.Left : k.Right, CommonType(k.Left.Type, k.Right.Type), block, relations))];

    private static ColumnSymbol Define(BoundExpression key, KqlType type, SelectBlock block, RelationLowering relations)
    {
        if (key is BoundColumn column && column.Type == type)
            return column.Column;
        var symbol = new ColumnSymbol("key", type);
        block.Define(symbol, new ColumnSlot(() => relations.Lower(key, block).To(type)));
        return symbol;
    }

    /// <summary>Numbers meet in the wider type, anything else that differs as text.</summary>
    private static KqlType CommonType(KqlType left, KqlType right) =>
        left == right ? left
        : KqlTypes.Widest(left, right) is var widest and not KqlType.Unknown ? widest
        : KqlType.String;
}
