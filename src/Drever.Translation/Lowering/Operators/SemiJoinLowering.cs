using Drever.Kql.Binding;
using Drever.Sql;

namespace Drever.Translation.Lowering.Operators;

/// <summary>
/// Semi and anti joins: rows of one side whose key the other side has, or has not. An IN is about twice as fast as the engine's own
/// semi join, and reaches the indexes of the side that is shown. A null key is in no set; an anti join keeps it.
/// </summary>
internal static class SemiJoinLowering
{
    public static bool Applies(JoinKind kind) =>
        kind is JoinKind.LeftSemi or JoinKind.LeftAnti or JoinKind.RightSemi or JoinKind.RightAnti;

    public static SelectBlock Lower(BoundJoin join, RelationLowering relations)
    {
        var shown = join.Kind is JoinKind.LeftSemi or JoinKind.LeftAnti ? JoinSide.Left : JoinSide.Right;
        var (showing, asking) = shown == JoinSide.Left ? (join.Left, join.Right) : (join.Right, join.Left);
        var block = JoinKeys.Side(showing, join.Keys.Select(k => shown == JoinSide.Left ? k.Left : k.Right), relations);
        if (!block.IsOpen)
            block = block.Nest();
        var asked = JoinKeys.Side(asking, join.Keys.Select(k => shown == JoinSide.Left ? k.Right : k.Left), relations);
        foreach (var key in JoinKeys.Define(join, shown == JoinSide.Left ? JoinSide.Right : JoinSide.Left, asked, relations))
            asked.Export(key);

        var keys = JoinKeys.Define(join, shown, block, relations).Select(k => block.SlotOf(k).Value).ToList();
        var isIn = Expr.In(keys is [var only] ? only.Sql : Expr.Tuple([.. keys.Select(k => k.Sql)]), asked.Build());
        if (join.Kind is JoinKind.LeftSemi or JoinKind.RightSemi)
            block.AddWhere(isIn);
        else
            block.AddWhere(Expr.Not(keys is [{ Nullable: true }] ? Expr.Call("ifNull", isIn, Expr.False) : isIn));
        foreach (var output in join.Output.Concat(join.Hidden).Where(o => o.Side == shown))
            block.Alias(output.Column, output.Source);
        return block;
    }
}
