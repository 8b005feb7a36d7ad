using Drever.Kql.Binding;
using Drever.Kql.Symbols;
using Drever.Sql;

namespace Drever.Translation.Lowering.Operators;

/// <summary>
/// <c>join</c> and <c>lookup</c>. The engine keeps the second side of a join in memory; KQL's advice is to put the smaller table
/// first, so inner joins are written the other way round. <c>innerunique</c> is exactly the engine's semi join with columns: every
/// row of the right with one matching row of the left. Null keys match nothing in either language.
/// </summary>
internal static class JoinLowering
{
    public static SelectBlock Lower(BoundJoin join, RelationLowering relations)
    {
        if (SemiJoinLowering.Applies(join.Kind))
            return SemiJoinLowering.Lower(join, relations);
        var session = relations.Session;
        var left = JoinKeys.Side(join.Left, join.Keys.Select(k => k.Left), relations);
        var right = JoinKeys.Side(join.Right, join.Keys.Select(k => k.Right), relations);
        var leftRows = NestedSource.OfQuery(left, session.Names.New("t"));
        var rightRows = NestedSource.OfQuery(right, session.Names.New("t"));
        var leftKeys = JoinKeys.Define(join, JoinSide.Left, left, relations);
        var rightKeys = JoinKeys.Define(join, JoinSide.Right, right, relations);
        var on = leftKeys.Zip(rightKeys, (l, r) => Expr.Equal(SelectBlock.Pass(leftRows, l).Value.Sql, SelectBlock.Pass(rightRows, r).Value.Sql))
            .Aggregate(Expr.True, Expr.And);
        var (kind, swapped) = Form(join.Kind);
        var source = swapped ? new JoinedSource(rightRows, leftRows, kind, on) : new JoinedSource(leftRows, rightRows, kind, on);

        var result = new SelectBlock(session, source);
        foreach (var output in join.Output.Concat(join.Hidden))
        {
            var isLeft = output.Side == JoinSide.Left;
            result.Define(output.Column, SlotOf(output, isLeft ? left : right, isLeft ? leftRows : rightRows, CanBeMissing(join.Kind, output.Side)));
        }

        return result;
    }

    private static (SqlJoinKind Kind, bool Swapped) Form(JoinKind kind) => kind switch
    {
        JoinKind.InnerUnique => (SqlJoinKind.LeftSemi, true),
        JoinKind.Inner => (SqlJoinKind.Inner, true),
        JoinKind.LeftOuter => (SqlJoinKind.Left, false),
        JoinKind.RightOuter => (SqlJoinKind.Left, true),
        JoinKind.FullOuter => (SqlJoinKind.Full, false),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "no such join"),
    };

    private static bool CanBeMissing(JoinKind kind, JoinSide side) => kind switch
    {
        JoinKind.FullOuter => true,
        JoinKind.LeftOuter => side == JoinSide.Right,
        JoinKind.RightOuter => side == JoinSide.Left,
        _ => false,
    };

    /// <summary>
    /// A missing row shows the defaults of its types: empty text, and NULL where the type has it. So what can't be NULL is made so
    /// inside the side that can be missing.
    /// </summary>
    private static ColumnSlot SlotOf(JoinColumn output, SelectBlock block, NestedSource rows, bool canBeMissing)
    {
        var inner = block.SlotOf(output.Source);
        if (!canBeMissing || output.Source.Type is KqlType.String or KqlType.Dynamic)
            return SelectBlock.Pass(rows, output.Source);
        var nullable = new ColumnSymbol(output.Source.Name, output.Source.Type);
        block.Define(nullable, new ColumnSlot(() => inner.Value.Nullable
            ? inner.Value
            : inner.Value with { Sql = Expr.Call("toNullable", inner.Value.Sql), Nullable = true }));
        return SelectBlock.Pass(rows, nullable);
    }
}
