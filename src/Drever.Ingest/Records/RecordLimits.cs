namespace Drever.Ingest.Records;

/// <summary>How far a file is trusted: what goes beyond is rejected, and costs no memory.</summary>
/// <param name="MaxRecordBytes">Of one record, as it stands in the file.</param>
/// <param name="MaxDepth">Of nested JSON.</param>
/// <param name="MaxProperties">Of one record.</param>
public sealed record RecordLimits(int MaxRecordBytes, int MaxDepth, int MaxProperties)
{
    public static RecordLimits Default { get; } = new(16 << 20, 64, 2048);
}
