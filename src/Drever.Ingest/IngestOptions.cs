using Drever.Ingest.Records;

namespace Drever.Ingest;

/// <summary>Sizes that a run keeps to.</summary>
public sealed record IngestOptions
{
    public static IngestOptions Default { get; } = new();

    public RecordLimits Limits { get; init; } = RecordLimits.Default;

    /// <summary>Rows of a table that are stored at once. Larger blocks insert faster and merge less.</summary>
    public int BatchRows { get; init; } = 100_000;

    /// <summary>Bytes of a table's rows that are stored at once.</summary>
    public long BatchBytes { get; init; } = 64L << 20;

    /// <summary>Bytes of all rows that wait; beyond it the largest batch is stored, however small.</summary>
    public long PendingBytes { get; init; } = 128L << 20;

    /// <summary>Rejected records that are kept for the report; the others are only counted.</summary>
    public int KeptRejections { get; init; } = 20;
}
