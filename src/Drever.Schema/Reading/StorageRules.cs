using Drever.Kql.Symbols;

namespace Drever.Schema.Reading;

/// <summary>Decides how a column is stored, from its type and the lists of <c>storage.txt</c>.</summary>
internal sealed class StorageRules
{
    private readonly Dictionary<string, HashSet<string>> _lists = new(StringComparer.Ordinal);

    private StorageRules()
    {
    }

    public static StorageRules Read()
    {
        var rules = new StorageRules();
        foreach (var (keyword, text) in SchemaText.Read("storage.txt"))
            rules._lists[keyword] = new(SchemaText.Words(text), StringComparer.Ordinal);
        return rules;
    }

    public bool HoldsJson(string name, KqlType type) => type == KqlType.String && Lists("json", name);

    public ColumnStorage For(string name, KqlType type, bool isTimeColumn)
    {
        var isText = type is KqlType.String or KqlType.Dynamic;
        var isDictionary = type == KqlType.String && Lists("dictionary", name);
        return new(
            isDictionary ? "LowCardinality(String)" : SqlType(type, isTimeColumn),
            IsNullable: !isText && !isTimeColumn,
            isDictionary,
            IsTextIndexed: isText && Lists("text", name),
            HasBloomFilter: type == KqlType.String && Lists("exact", name),
            Codec(type, isTimeColumn));
    }

    private bool Lists(string list, string name) => _lists[list].Contains(name);

    private static string SqlType(KqlType type, bool isTimeColumn) => type switch
    {
        KqlType.String or KqlType.Dynamic => "String",
        KqlType.Long => "Nullable(Int64)",
        KqlType.Int => "Nullable(Int32)",
        KqlType.Real => "Nullable(Float64)",
        KqlType.Bool => "Nullable(Bool)",
        KqlType.Guid => "Nullable(UUID)",
        KqlType.DateTime => isTimeColumn ? "DateTime64(7, 'UTC')" : "Nullable(DateTime64(7, 'UTC'))",
        _ => throw new InvalidOperationException($"No table of the hunting schema has a column of type {type.Name()}."),
    };

    private static string Codec(KqlType type, bool isTimeColumn) => type switch
    {
        KqlType.DateTime when isTimeColumn => "Delta, ZSTD(1)",
        _ => "ZSTD(1)",
    };
}
