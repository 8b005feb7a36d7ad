namespace Drever.Schema;

/// <summary>Columns that every table has in the database and that KQL never sees.</summary>
public static class BookkeepingColumns
{
    /// <summary><c>DateTime64(7,'UTC')</c>: when the record was received; what <c>ingestion_time()</c> answers.</summary>
    public const string IngestionTime = "__ingestion_time";

    /// <summary><c>UInt128</c>: hash of table and properties; the same record gives the same number.</summary>
    public const string RecordId = "__record_id";

    public const string IngestionTimeType = "DateTime64(7, 'UTC')";

    public const string RecordIdType = "UInt128";
}
