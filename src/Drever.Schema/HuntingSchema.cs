using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Drever.Kql.Symbols;
using Drever.Schema.Reading;

namespace Drever.Schema;

/// <summary>The hunting tables as data: symbols for the binder and DDL for the engine both come from it.</summary>
public sealed class HuntingSchema : ITableCatalog
{
    private readonly FrozenDictionary<string, HuntingTable> _byName;

    internal HuntingSchema(ImmutableArray<HuntingTable> tables, ImmutableArray<HuntingTable> legacyTables, ImmutableArray<HuntingFunction> functions)
    {
        Tables = tables;
        LegacyTables = legacyTables;
        Functions = functions;
        ServiceFunctions = [.. functions.Select(f => f.ToSymbol())];
        _byName = tables.Concat(legacyTables).ToFrozenDictionary(t => t.Name, StringComparer.Ordinal);
    }

    /// <summary>The current tables, by name.</summary>
    public ImmutableArray<HuntingTable> Tables { get; }

    /// <summary>The tables of before January 2020; each shows a current one.</summary>
    public ImmutableArray<HuntingTable> LegacyTables { get; }

    public ImmutableArray<HuntingFunction> Functions { get; }

    /// <summary>The functions as the binder sees them.</summary>
    public ImmutableArray<ServiceFunction> ServiceFunctions { get; }

    /// <summary>Reads the schema that is part of this assembly; a few milliseconds, so keep the result.</summary>
    public static HuntingSchema Load() => SchemaBuilder.Build();

    /// <summary>A current or legacy table by its exact, case-sensitive name.</summary>
    public bool TryGetTable(string name, [NotNullWhen(true)] out HuntingTable? table) => _byName.TryGetValue(name, out table);

    IEnumerable<TableSymbol> ITableCatalog.Tables => Tables.Concat(LegacyTables).Select(t => t.Symbol);

    TableSymbol? ITableCatalog.FindTable(string name) => TryGetTable(name, out var table) ? table.Symbol : null;
}
