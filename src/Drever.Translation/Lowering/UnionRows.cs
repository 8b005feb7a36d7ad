using Drever.Kql.Symbols;
using Drever.Sql;

namespace Drever.Translation.Lowering;

/// <summary>The rows of several SELECTs one after another. Each has, for every column of the union, a slot of its own.</summary>
internal sealed class UnionRows(IReadOnlyList<SelectBlock> legs) : IRowSet
{
    private readonly Dictionary<ColumnSymbol, ColumnSlot> _slots = [];

    public bool Has(ColumnSymbol symbol) => legs.All(l => l.Has(symbol));

    public ColumnSlot SlotOf(ColumnSymbol symbol)
    {
        if (_slots.TryGetValue(symbol, out var known))
            return known;
        var slot = new ColumnSlot(
            () =>
            {
                var first = legs[0].SlotOf(symbol).Value;
                return first with { Nullable = legs.Any(l => l.SlotOf(symbol).Value.Nullable) };
            },
            isComputed: false);
        _slots.Add(symbol, slot);
        return slot;
    }

    /// <summary>All legs are asked in the same order, so that their columns stand at the same places; the first one names them.</summary>
    public string Export(ColumnSymbol symbol)
    {
        var name = legs[0].Export(symbol);
        foreach (var leg in legs.Skip(1))
            leg.Export(symbol);
        return name;
    }

    public SqlQuery Build() => new SqlUnionAll([.. legs.Select(l => l.Build())]);
}
