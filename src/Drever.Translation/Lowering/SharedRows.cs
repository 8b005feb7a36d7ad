using Drever.Kql.Symbols;
using Drever.Sql;

namespace Drever.Translation.Lowering;

/// <summary>
/// A result that several places read and that is evaluated once, as a common table. It is built last of all, when every
/// reader has asked for its columns.
/// </summary>
internal sealed class SharedRows(SelectBlock block, string name) : IRowSet
{
    public string Name { get; } = name;

    public SelectBlock Block { get; } = block;

    public string Export(ColumnSymbol symbol) => Block.Export(symbol);

    public ColumnSlot SlotOf(ColumnSymbol symbol) => Block.SlotOf(symbol);

    public bool Has(ColumnSymbol symbol) => Block.Has(symbol);

    public SqlCommonTable Build() => new(Name, Block.Build(), IsMaterialized: true);
}
