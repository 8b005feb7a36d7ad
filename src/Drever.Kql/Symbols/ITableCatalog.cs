namespace Drever.Kql.Symbols;

/// <summary>The tables that a query may name: those of the caller's own database, nothing else.</summary>
public interface ITableCatalog
{
    IEnumerable<TableSymbol> Tables { get; }

    /// <summary>Finds a table by its exact, case-sensitive name.</summary>
    TableSymbol? FindTable(string name);
}
