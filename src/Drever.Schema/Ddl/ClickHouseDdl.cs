using System.Globalization;
using System.Text;
using Drever.Sql;

namespace Drever.Schema.Ddl;

/// <summary>The statements that make a tenant's database and tables, and bring older tables up to the schema.</summary>
public static class ClickHouseDdl
{
    public static string CreateDatabase(string database) => $"CREATE DATABASE IF NOT EXISTS {SqlText.Identifier(database)}";

    /// <summary>Rows of <c>(table, column)</c>: what <see cref="AddMissing"/> asks for.</summary>
    public static string ListColumns(string database) =>
        $"SELECT table, name FROM system.columns WHERE database = {SqlText.Literal(database)}";

    /// <param name="database">The tenant's database.</param>
    /// <param name="table">A current table; a legacy one has no rows of its own.</param>
    /// <param name="retention">How long rows are kept, measured on the time column; null: for ever.</param>
    public static string CreateTable(string database, HuntingTable table, TimeSpan? retention = null)
    {
        if (table.LegacyOf is not null)
            throw new ArgumentException($"{table.Name} is a legacy name of {table.LegacyOf.Name}; it has no table of its own.", nameof(table));

        var sql = new StringBuilder("CREATE TABLE IF NOT EXISTS ").Append(FullName(database, table)).Append("\n(\n");
        foreach (var column in table.StoredColumns)
            sql.Append("    ").Append(Definition(column)).Append(",\n");
        sql.Append(CultureInfo.InvariantCulture, $"    {SqlText.Identifier(BookkeepingColumns.IngestionTime)} {BookkeepingColumns.IngestionTimeType} CODEC(Delta, ZSTD(1)),\n");
        sql.Append(CultureInfo.InvariantCulture, $"    {SqlText.Identifier(BookkeepingColumns.RecordId)} {BookkeepingColumns.RecordIdType} CODEC(NONE)");
        foreach (var index in table.StoredColumns.SelectMany(Indexes))
            sql.Append(",\n    INDEX ").Append(index);
        var layout = TableLayout.Of(table);
        sql.Append("\n)\nENGINE = MergeTree\n");
        if (layout.PartitionBy is { } partition)
            sql.Append("PARTITION BY ").Append(partition).Append('\n');
        sql.Append("ORDER BY ").Append(layout.OrderBy).Append('\n');
        if (retention is { } kept && table.TimeColumn is { } time)
            sql.Append(CultureInfo.InvariantCulture, $"TTL toDateTime({SqlText.Identifier(time.Name)}, 'UTC') + INTERVAL {(long)kept.TotalSeconds} SECOND DELETE\n");
        return sql.Append("SETTINGS index_granularity = 8192").ToString();
    }

    /// <summary>The statements that add what a newer schema has and a table in the database lacks.</summary>
    public static IEnumerable<string> AddMissing(string database, HuntingTable table, IReadOnlySet<string> existingColumns)
    {
        foreach (var column in table.StoredColumns.Where(c => !existingColumns.Contains(c.Name)))
        {
            yield return $"ALTER TABLE {FullName(database, table)} ADD COLUMN IF NOT EXISTS {Definition(column)}";
            foreach (var index in Indexes(column))
                yield return $"ALTER TABLE {FullName(database, table)} ADD INDEX IF NOT EXISTS {index}";
        }
    }

    public static string FullName(string database, HuntingTable table) =>
        $"{SqlText.Identifier(database)}.{SqlText.Identifier(table.Storage.Name)}";

    private static string Definition(HuntingColumn column)
    {
        var codec = column.Storage.Codec.Length == 0 ? "" : $" CODEC({column.Storage.Codec})";
        return $"{SqlText.Identifier(column.Name)} {column.Storage.SqlType}{codec}";
    }

    private static IEnumerable<string> Indexes(HuntingColumn column)
    {
        var name = SqlText.Identifier(column.Name);
        if (column.Storage.IsTextIndexed)
            yield return $"{SqlText.Identifier("words_" + column.Name)} lower({name}) TYPE text(tokenizer = splitByNonAlpha)";
        if (column.Storage.HasBloomFilter)
            yield return $"{SqlText.Identifier("exact_" + column.Name)} {name} TYPE bloom_filter(0.001) GRANULARITY 1";
    }
}
