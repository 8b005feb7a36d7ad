using Drever.Ingest.Records;

namespace Drever.Ingest;

/// <summary>What a run did.</summary>
/// <param name="Tables">The tables that got records, by name.</param>
/// <param name="Files">Files read, those with problems among them.</param>
/// <param name="Bytes">Of the files, as they lie on the disk.</param>
/// <param name="Rejected">Pieces that were no records, and records of tables that are not known.</param>
/// <param name="Rejections">The first of them.</param>
/// <param name="Problems">Files that could not be read, or not to their end.</param>
public sealed record IngestSummary(
    IReadOnlyList<TableSummary> Tables,
    int Files,
    long Bytes,
    long Rejected,
    IReadOnlyList<FileRejection> Rejections,
    IReadOnlyList<FileProblem> Problems,
    TimeSpan Elapsed)
{
    public long Read => Tables.Sum(t => t.Read);

    public long Stored => Tables.Sum(t => t.Stored);

    public long Duplicates => Tables.Sum(t => t.Duplicates);

    public double RowsPerSecond => Elapsed > TimeSpan.Zero ? Read / Elapsed.TotalSeconds : 0;
}

/// <param name="Read">Records of the table; each was stored or is a duplicate.</param>
/// <param name="Duplicates">Records that were stored before, in this run or an earlier one.</param>
/// <param name="WithoutTime">Rows without a usable time of their own; they got the time they were received.</param>
/// <param name="UnknownProperties">Properties that are no columns, with how often they came.</param>
/// <param name="ConversionFailures">Columns whose value could not be converted and became null, with how often.</param>
public sealed record TableSummary(
    string Table,
    long Read,
    long Stored,
    long Duplicates,
    long WithoutTime,
    IReadOnlyDictionary<string, long> UnknownProperties,
    IReadOnlyDictionary<string, long> ConversionFailures);

public sealed record FileRejection(string File, Rejection Rejection);

public sealed record FileProblem(string File, string Message);
