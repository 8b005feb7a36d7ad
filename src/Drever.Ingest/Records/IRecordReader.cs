namespace Drever.Ingest.Records;

public enum ReadOutcome
{
    /// <summary>A record was read.</summary>
    Record,
    /// <summary>Something that is no record was passed over; <see cref="IRecordReader.Rejection"/> says what.</summary>
    Rejected,
    /// <summary>There is no more.</summary>
    End,
}

/// <summary>A rejected piece of a file.</summary>
/// <param name="Line">1-based line where it begins; 0 where the format has no lines.</param>
/// <param name="Reason">What is wrong with it.</param>
/// <param name="Excerpt">How it begins.</param>
public readonly record struct Rejection(long Line, string Reason, string Excerpt);

/// <summary>
/// Reads one file of one format, record by record. A new format is a new reader: it turns its events into
/// <see cref="Record"/>s that name a table and carry that table's columns. What it can't read it rejects, and goes on.
/// </summary>
public interface IRecordReader : IAsyncDisposable
{
    /// <summary>The last rejected piece.</summary>
    Rejection Rejection { get; }

    /// <summary>The line on which the last record begins; 0 where the format has no lines.</summary>
    long Line { get; }

    /// <summary>Reads the next record into <paramref name="record"/>, whose former content is lost.</summary>
    ValueTask<ReadOutcome> ReadAsync(Record record, CancellationToken cancellationToken);
}
