using Drever.Engine;
using Drever.Ingest.Files;
using Drever.Ingest.Records;
using Drever.Ingest.Storing;
using Drever.Schema;

namespace Drever.Ingest;

/// <summary>Reads files into a tenant's tables, each record once. One instance serves all runs of a process.</summary>
public sealed class Ingestor(IHuntingEngine engine, HuntingSchema schema, TimeProvider time, IngestOptions options)
{
    private readonly BatchStore _store = new(engine);

    /// <exception cref="IngestException">The request can't be started.</exception>
    /// <exception cref="EngineException">Rows could not be stored. What was stored stays, and is not stored again by a second run.</exception>
    public async Task<IngestSummary> IngestAsync(IngestRequest request, IProgress<IngestProgress>? progress, CancellationToken cancellationToken)
    {
        var table = CheckedTable(request);
        var report = new RunReport(time, options, progress);
        var files = FileList.Find(request.Paths, report.Problem);
        report.Start(files);

        await using var queue = new StoringQueue(_store, request.Database, cancellationToken);
        var sink = new RecordSink(schema, time, options, queue, report);
        foreach (var file in files)
            await ReadFileAsync(file, table, sink, report, cancellationToken);
        await sink.FinishAsync();
        return report.Finish(sink.Tables);
    }

    /// <summary>Stores the records of a source that is no file.</summary>
    /// <param name="database">The tenant's database; its tables exist.</param>
    /// <param name="name">What reports call the source.</param>
    public async Task<IngestSummary> IngestAsync(string database, IRecordReader records, string name, IProgress<IngestProgress>? progress, CancellationToken cancellationToken)
    {
        var report = new RunReport(time, options, progress);
        await using var queue = new StoringQueue(_store, database, cancellationToken);
        var sink = new RecordSink(schema, time, options, queue, report);
        await sink.ReadAllAsync(records, new(name, name, 0), () => 0, cancellationToken);
        await sink.FinishAsync();
        return report.Finish(sink.Tables);
    }

    private string? CheckedTable(IngestRequest request)
    {
        if (request.Format is IngestFormat.Windows or IngestFormat.Evtx)
            throw new IngestException($"The format '{request.Format.ToString().ToLowerInvariant()}' is not read by this version; it reads 'defender' and 'table'.");
        if (request.Format == IngestFormat.Defender && request.Table is not null)
            throw new IngestException("Defender's records name their tables themselves; leave --table out, or use --format table.");
        if (request.Format == IngestFormat.Table && request.Table is null)
            throw new IngestException("The format 'table' needs --table with the name of the table that the rows belong to.");
        if (request.Table is null)
            return null;
        return schema.TryGetTable(request.Table, out var table) && table.LegacyOf is null
            ? table.Name
            : throw new IngestException($"There is no table '{request.Table}' to put rows into. Table names are case-sensitive; './drever schema' lists them.");
    }

    private async Task ReadFileAsync(ListedFile file, string? table, RecordSink sink, RunReport report, CancellationToken cancellationToken)
    {
        try
        {
            await using var input = await InputFile.OpenAsync(file.Path, cancellationToken);
            var (reader, problem) = RecordReaders.For(input, file.Path, table, options.Limits);
            if (reader is null)
            {
                report.Problem(file.Name, problem!);
                return;
            }

            await using (reader)
                await sink.ReadAllAsync(reader, file, () => input.BytesRead, cancellationToken);
            report.EndFile(file);
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            report.Problem(file.Name, failed.Message);
        }
    }
}
