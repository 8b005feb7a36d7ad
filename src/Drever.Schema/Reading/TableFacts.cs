using Drever.Kql.Symbols;
using Drever.Schema.Reading;

namespace Drever.Schema;

/// <summary>A column as the data files write it: <c>Name</c>, <c>Name:type</c>, <c>Name:type=StoredName</c>, <c>Name=?</c>.</summary>
internal readonly record struct ColumnFacts(string Name, KqlType Type, ColumnOrigin Origin, string? StoredName)
{
    public static IEnumerable<ColumnFacts> ReadAll(string text, ColumnOrigin origin) =>
        SchemaText.Words(text).Select(word => Read(word, origin));

    private static ColumnFacts Read(string word, ColumnOrigin origin)
    {
        var (declared, stored) = SplitAt(word, '=');
        var (name, typeName) = SplitAt(declared, ':');
        var type = KqlType.String;
        if (typeName is not null && !KqlTypes.TryParse(typeName, out type))
            throw new InvalidOperationException($"The schema names the type '{typeName}' of {name}, which is no KQL type.");
        return new(name, type, origin, stored);
    }

    private static (string, string?) SplitAt(string text, char mark)
    {
        var at = text.IndexOf(mark, StringComparison.Ordinal);
        return at < 0 ? (text, null) : (text[..at], text[(at + 1)..]);
    }
}

/// <summary>A table as the data files have it.</summary>
internal sealed class TableFacts
{
    public required string Name { get; init; }

    public string Category { get; init; } = "";

    public TableKind Kind { get; init; }

    public bool IsPreview { get; init; }

    public string? ReplacedBy { get; init; }

    /// <summary>For a legacy table, the current one.</summary>
    public string? LegacyOf { get; init; }

    public string? TimeColumn { get; private set; }

    public List<ColumnFacts> Columns { get; } = [];

    public static List<TableFacts> ReadAll(string resource)
    {
        var tables = new List<TableFacts>();
        foreach (var (keyword, text) in SchemaText.Read(resource))
        {
            switch (keyword)
            {
                case "table": tables.Add(ReadTable(SchemaText.Fields(text))); break;
                case "legacy": tables.Add(ReadLegacy(text)); break;
                case "time": tables[^1].TimeColumn = text; break;
                case "columns": tables[^1].Columns.AddRange(ColumnFacts.ReadAll(text, ColumnOrigin.Documented)); break;
                case "former": tables[^1].Columns.AddRange(ColumnFacts.ReadAll(text, ColumnOrigin.Former)); break;
                case "observed": tables[^1].Columns.AddRange(ColumnFacts.ReadAll(text, ColumnOrigin.Observed)); break;
                default: throw new InvalidOperationException($"The schema file '{resource}' has an unknown keyword '{keyword}'.");
            }
        }

        return tables;
    }

    private static TableFacts ReadTable(string[] fields) => new()
    {
        Name = fields[0],
        Category = fields[1],
        Kind = fields[2] switch
        {
            "event" => TableKind.Event,
            "entity" => TableKind.Entity,
            "snapshot" => TableKind.Snapshot,
            "knowledge-base" => TableKind.KnowledgeBase,
            _ => throw new InvalidOperationException($"The schema gives {fields[0]} the kind '{fields[2]}', which is none."),
        },
        IsPreview = fields.AsSpan(3).Contains("preview"),
        ReplacedBy = Array.Find(fields, f => f.StartsWith("deprecated", StringComparison.Ordinal))?["deprecated -> ".Length..],
    };

    private static TableFacts ReadLegacy(string text)
    {
        var names = text.Split(" -> ");
        return new() { Name = names[0], LegacyOf = names[1], Category = "Legacy" };
    }
}
