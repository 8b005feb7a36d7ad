using Drever.Ingest.Files;
using Drever.Ingest.Records;
using Drever.Ingest.Rows;

namespace Drever.Ingest;

/// <summary>Gathers what a run's summary says, and tells how far it is.</summary>
internal sealed class RunReport(TimeProvider time, IngestOptions options, IProgress<IngestProgress>? progress)
{
    private static readonly TimeSpan BetweenReports = TimeSpan.FromMilliseconds(100);

    private readonly List<FileRejection> _rejections = [];
    private readonly List<FileProblem> _problems = [];
    private readonly long _started = time.GetTimestamp();
    private int _files;
    private long _bytes;
    private long _bytesDone;
    private long _rejected;
    private TimeSpan _lastReport;

    public void Start(List<ListedFile> files) => (_files, _bytes) = (files.Count, files.Sum(f => f.Length));

    public void Problem(string file, string message) => _problems.Add(new(file, message));

    public void Reject(string file, Rejection rejection)
    {
        _rejected++;
        if (_rejections.Count < options.KeptRejections)
            _rejections.Add(new(file, rejection));
    }

    public void EndFile(ListedFile file) => _bytesDone += file.Length;

    public void Advance(ListedFile file, long bytesRead, long records, (long Stored, long Duplicates) totals)
    {
        var elapsed = time.GetElapsedTime(_started);
        if (progress is null || elapsed - _lastReport < BetweenReports)
            return;
        _lastReport = elapsed;
        progress.Report(new(file.Name, _bytesDone + Math.Min(bytesRead, file.Length), _bytes, records, totals.Stored, totals.Duplicates, _rejected, elapsed));
    }

    public IngestSummary Finish(IEnumerable<TableRows> tables)
    {
        var summary = new IngestSummary(
            [.. tables.Select(t => t.Counts.Summary(t.Table.Name)).OrderBy(t => t.Table, StringComparer.Ordinal)],
            _files, _bytes, _rejected, _rejections, _problems, time.GetElapsedTime(_started));
        progress?.Report(new("", _bytes, _bytes, summary.Read, summary.Stored, summary.Duplicates, summary.Rejected, summary.Elapsed));
        return summary;
    }
}
