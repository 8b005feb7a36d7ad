using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Drever.Kql.Symbols;

namespace Drever.Schema;

/// <summary>A table of the hunting schema, or a legacy table that shows a current one under its old names.</summary>
public sealed class HuntingTable
{
    private readonly FrozenDictionary<string, HuntingColumn> _byName;

    internal HuntingTable(TableFacts facts, ImmutableArray<HuntingColumn> columns, ImmutableArray<HuntingColumn> hidden, HuntingTable? legacyOf)
    {
        Name = facts.Name;
        Category = facts.Category;
        Kind = facts.Kind;
        IsPreview = facts.IsPreview;
        ReplacedBy = facts.ReplacedBy;
        LegacyOf = legacyOf;
        Columns = columns;
        HiddenColumns = hidden;
        _byName = columns.Concat(hidden).ToFrozenDictionary(c => c.Name, StringComparer.Ordinal);
        TimeColumn = facts.TimeColumn is { } time ? _byName[time] : null;
        StoredColumns = legacyOf is null ? [.. columns.Concat(hidden).Where(c => c.IsStored)] : legacyOf.StoredColumns;
        Symbol = new TableSymbol(Name, Symbols(columns), Symbols(hidden), TimeColumn?.Symbol, legacyOf is not null);
    }

    public string Name { get; }

    /// <summary>The portal's group: "Devices", "Email &amp; collaboration", ...</summary>
    public string Category { get; }

    public TableKind Kind { get; }

    public bool IsPreview { get; }

    /// <summary>The table that takes over from a deprecated one; null for the others.</summary>
    public string? ReplacedBy { get; }

    /// <summary>The current table whose rows a legacy table shows; null for a table with rows of its own.</summary>
    public HuntingTable? LegacyOf { get; }

    /// <summary>The table in the database: this one, or the current one of a legacy table.</summary>
    public HuntingTable Storage => LegacyOf ?? this;

    /// <summary>Null for the tables that hold the current state only (vulnerabilities, baselines, exposure graph).</summary>
    public HuntingColumn? TimeColumn { get; }

    /// <summary>Documented columns, in documented order: the table's own result.</summary>
    public ImmutableArray<HuntingColumn> Columns { get; }

    /// <summary>Former and observed columns and <c>TimeGenerated</c>: found by name only.</summary>
    public ImmutableArray<HuntingColumn> HiddenColumns { get; }

    /// <summary>The columns of the table in the database, without Drever's own (<see cref="BookkeepingColumns"/>).</summary>
    public ImmutableArray<HuntingColumn> StoredColumns { get; }

    public TableSymbol Symbol { get; }

    /// <summary>Any column, hidden ones too, by its case-sensitive name.</summary>
    public bool TryGetColumn(string name, [NotNullWhen(true)] out HuntingColumn? column) => _byName.TryGetValue(name, out column);

    public override string ToString() => Name;

    private static ImmutableArray<ColumnSymbol> Symbols(ImmutableArray<HuntingColumn> columns) => [.. columns.Select(c => c.Symbol)];
}

/// <summary>What a row of a table is.</summary>
public enum TableKind
{
    /// <summary>Something that happened, once.</summary>
    Event,
    /// <summary>The state of a device, an account or an app at a time; a new row when it changes.</summary>
    Entity,
    /// <summary>The current state, replaced as a whole.</summary>
    Snapshot,
    /// <summary>Reference data to join with.</summary>
    KnowledgeBase,
}
