using Drever.Kql.Binding;

namespace Drever.Translation.Lowering.Operators;

/// <summary><c>as</c> and <c>materialize()</c>: a common table where several places read it, an ordinary nested query otherwise.</summary>
internal static class SharedLowering
{
    public static SelectBlock Lower(BoundShared shared, RelationLowering relations)
    {
        var session = relations.Session;
        if (!session.IsReadSeveralTimes(shared.Shared))
            return relations.Lower(shared.Input);
        var rows = session.Share(shared.Shared, () => relations.Lower(shared.Input));
        return new SelectBlock(session, NestedSource.OfShared(rows, session.Names.New("t")))
        {
            Order = rows.Block.Order,
            NaturalOrder = rows.Block.NaturalOrder,
        };
    }
}
