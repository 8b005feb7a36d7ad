using System.Collections.Immutable;
using Drever.Functions.Values;
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
        var left = Side(relations.Lower(join.Left), [.. join.Keys.Select(k => k.Left)]);
        var right = Side(relations.Lower(join.Right), [.. join.Keys.Select(k => k.Right)]);
        var session = relations.Session;
        var leftRows = NestedSource.OfQuery(left, session.Names.New("t"));
        var rightRows = NestedSource.OfQuery(right, session.Names.New("t"));
        var on = Condition(join, (left, leftRows), (right, rightRows), relations);
        var (kind, swapped) = Form(join.Kind);
        if (join.Keys.IsEmpty)
            kind = SqlJoinKind.Cross;
        RowSource source = swapped ? new JoinedSource(rightRows, leftRows, kind, on) : new JoinedSource(leftRows, rightRows, kind, on);

        var result = new SelectBlock(session, source);
        foreach (var output in join.Output.Concat(join.Hidden))
        {
            var isLeft = output.Side == JoinSide.Left;
            result.Define(output.Column, SlotOf(output, isLeft ? left : right, isLeft ? leftRows : rightRows, CanBeMissing(join.Kind, output.Side)));
        }

        return result;
    }

    private static SelectBlock Side(SelectBlock block, ImmutableArray<BoundExpression> keys) =>
        RelationLowering.Over(block, keys.Where(k => k is not BoundColumn));

    private static SqlExpression Condition(
        BoundJoin join, (SelectBlock Block, NestedSource Rows) left, (SelectBlock Block, NestedSource Rows) right, RelationLowering relations)
    {
        SqlExpression on = Expr.True;
        foreach (var key in join.Keys)
        {
            var type = CommonType(key.Left.Type, key.Right.Type);
            on = Expr.And(on, Expr.Equal(
                Key(key.Left, left.Block, left.Rows, type, relations),
                Key(key.Right, right.Block, right.Rows, type, relations)));
        }

        return on;
    }

    private static SqlExpression Key(BoundExpression key, SelectBlock block, NestedSource rows, KqlType type, RelationLowering relations)
    {
        ColumnSymbol symbol;
        if (key is BoundColumn column && column.Type == type)
        {
            symbol = column.Column;
        }
        else
        {
            symbol = new ColumnSymbol("key", type);
            block.Define(symbol, new ColumnSlot(() => relations.Lower(key, block).To(type)));
        }

        return SelectBlock.Pass(rows, symbol).Value.Sql;
    }

    /// <summary>Numbers meet in the wider type, a dynamic with anything as text.</summary>
    private static KqlType CommonType(KqlType left, KqlType right) =>
        left == right ? left
        : KqlTypes.Widest(left, right) is var widest and not KqlType.Unknown ? widest
        : KqlType.String;

    private static (SqlJoinKind Kind, bool Swapped) Form(JoinKind kind) => kind switch
    {
        JoinKind.InnerUnique => (SqlJoinKind.LeftSemi, true),
        JoinKind.Inner => (SqlJoinKind.Inner, true),
        JoinKind.LeftOuter => (SqlJoinKind.Left, false),
        JoinKind.RightOuter => (SqlJoinKind.Left, true),
        JoinKind.FullOuter => (SqlJoinKind.Full, false),
        JoinKind.LeftSemi => (SqlJoinKind.LeftSemi, false),
        JoinKind.RightSemi => (SqlJoinKind.LeftSemi, true),
        JoinKind.LeftAnti => (SqlJoinKind.LeftAnti, false),
        JoinKind.RightAnti => (SqlJoinKind.LeftAnti, true),
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
