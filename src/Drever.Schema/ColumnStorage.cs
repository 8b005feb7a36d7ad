namespace Drever.Schema;

/// <summary>How a column lies in ClickHouse: what the translator and the DDL have to know of it.</summary>
/// <param name="SqlType">The column's type in the table, e.g. <c>LowCardinality(String)</c>, <c>Nullable(Int64)</c>.</param>
/// <param name="IsNullable">Can hold SQL NULL. Strings and dynamics hold an empty text instead.</param>
/// <param name="IsLowCardinality">A dictionary column.</param>
/// <param name="IsTextIndexed">There is a full-text index over <c>lower(column)</c>, cut at everything that is no letter or digit.</param>
/// <param name="HasBloomFilter">There is a Bloom filter over the whole value: <c>=</c> and <c>IN</c> profit.</param>
/// <param name="Codec">Compression, or empty for the server's default.</param>
public sealed record ColumnStorage(string SqlType, bool IsNullable, bool IsLowCardinality, bool IsTextIndexed, bool HasBloomFilter, string Codec);
