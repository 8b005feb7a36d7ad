using System.Collections.Immutable;
using Drever.Kql.Symbols;

namespace Drever.Schema.Reading;

/// <summary>Builds the schema from its data files.</summary>
internal static class SchemaBuilder
{
    private const string TimeGenerated = "TimeGenerated";

    public static HuntingSchema Build()
    {
        var rules = StorageRules.Read();
        var tables = TableFacts.ReadAll("tables.txt").Select(facts => Current(facts, rules)).ToImmutableArray();
        var byName = tables.ToDictionary(t => t.Name, StringComparer.Ordinal);
        var legacy = TableFacts.ReadAll("legacy.txt").Select(facts => Legacy(facts, byName[facts.LegacyOf!])).ToImmutableArray();
        return new(tables, legacy, FunctionReader.ReadAll());
    }

    private static HuntingTable Current(TableFacts facts, StorageRules rules)
    {
        var columns = new List<HuntingColumn>(facts.Columns.Count + 1);
        foreach (var c in facts.Columns)
        {
            // ISP beside a documented Isp is the same column in another edition's spelling.
            var spelling = c.Origin == ColumnOrigin.Documented ? null : columns.Find(d =>
                d.Origin == ColumnOrigin.Documented && d.Type == c.Type && d.Name.Equals(c.Name, StringComparison.OrdinalIgnoreCase));
            var storage = spelling?.Storage ?? rules.For(c.Name, c.Type, c.Name == facts.TimeColumn);
            columns.Add(new(c.Name, c.Type, c.Origin, spelling, storage, rules.HoldsJson(c.Name, c.Type)));
        }

        return Table(facts, columns, legacyOf: null);
    }

    private static HuntingTable Legacy(TableFacts facts, HuntingTable current)
    {
        var columns = facts.Columns.ConvertAll(c => c.StoredName == "?"
            ? new HuntingColumn(c.Name, c.Type, c.Origin, stored: null, Nothing, holdsJson: false, isUnbacked: true)
            : Renamed(c, current.TryGetColumn(c.StoredName ?? c.Name, out var stored)
                ? stored
                : throw new InvalidOperationException($"The schema maps {facts.Name}.{c.Name} to a column that {current.Name} does not have.")));
        return Table(facts, columns, current);
    }

    /// <summary>A column that nothing holds is never read, so nothing is said of how it lies.</summary>
    private static ColumnStorage Nothing { get; } = new("", IsNullable: true, IsLowCardinality: false, IsTextIndexed: false, HasBloomFilter: false, "");

    private static HuntingColumn Renamed(ColumnFacts facts, HuntingColumn stored) =>
        new(facts.Name, facts.Type, facts.Origin, stored, stored.Storage, stored.HoldsJson);

    private static HuntingTable Table(TableFacts facts, List<HuntingColumn> columns, HuntingTable? legacyOf)
    {
        // Saved queries, written for Sentinel, say TimeGenerated where the hunting schema says Timestamp.
        if (columns.Find(c => c.Name == facts.TimeColumn) is { } time && !columns.Exists(c => c.Name == TimeGenerated))
            columns.Add(new(TimeGenerated, KqlType.DateTime, ColumnOrigin.TimeAlias, time.Stored, time.Storage, holdsJson: false));
        return new(facts, [.. columns.Where(c => !c.IsHidden)], [.. columns.Where(c => c.IsHidden)], legacyOf);
    }
}
