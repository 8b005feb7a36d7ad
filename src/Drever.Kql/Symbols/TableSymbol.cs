using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Drever.Kql.Symbols;

/// <summary>
/// A stored table as KQL sees it. <see cref="Columns"/> are its documented columns in order; <see cref="HiddenColumns"/>
/// (former names, <c>TimeGenerated</c>, columns seen in the field) are found by name only.
/// </summary>
public sealed class TableSymbol(
    string name,
    ImmutableArray<ColumnSymbol> columns,
    ImmutableArray<ColumnSymbol> hiddenColumns = default,
    ColumnSymbol? timeColumn = null,
    bool isLegacy = false)
{
    private readonly FrozenDictionary<string, ColumnSymbol> _byName =
        columns.Concat(hiddenColumns.IsDefault ? [] : hiddenColumns).ToFrozenDictionary(c => c.Name, StringComparer.Ordinal);

    public string Name { get; } = name;

    public ImmutableArray<ColumnSymbol> Columns { get; } = columns;

    public ImmutableArray<ColumnSymbol> HiddenColumns { get; } = hiddenColumns.IsDefault ? [] : hiddenColumns;

    /// <summary>The column that the time window of a request is measured on; null for tables that hold the current state.</summary>
    public ColumnSymbol? TimeColumn { get; } = timeColumn;

    /// <summary>One of the tables of before January 2020, whose datetimes the legacy API writes without a zone.</summary>
    public bool IsLegacy { get; } = isLegacy;

    /// <summary>A column, hidden ones too, by its exact, case-sensitive name.</summary>
    public ColumnSymbol? FindColumn(string column) => _byName.GetValueOrDefault(column);

    public override string ToString() => Name;
}
