namespace Drever.Ingest;

/// <summary>What the files hold.</summary>
public enum IngestFormat
{
    /// <summary>Decided by content, and by whether a table was named.</summary>
    Auto,
    /// <summary>Records of Defender's streaming export: the envelope names the table.</summary>
    Defender,
    /// <summary>Rows of the one table that was named: JSON objects or CSV.</summary>
    Table,
    /// <summary>Windows events as log shippers write them.</summary>
    Windows,
    /// <summary>Windows event log files.</summary>
    Evtx,
}

/// <param name="Database">The tenant's database; its tables exist.</param>
/// <param name="Paths">Files, and folders that are searched for files at any depth.</param>
/// <param name="Table">The table of <see cref="IngestFormat.Table"/>.</param>
public sealed record IngestRequest(string Database, IReadOnlyList<string> Paths, IngestFormat Format = IngestFormat.Auto, string? Table = null);

/// <summary>A request that can't be started; the message says what to change. The mistake is the caller's.</summary>
public sealed class IngestException(string message) : Exception(message);

/// <summary>How far a run has come.</summary>
/// <param name="BytesRead">Of <paramref name="BytesTotal"/>, as the files lie on the disk.</param>
/// <param name="Records">Records read, those rejected not among them.</param>
public readonly record struct IngestProgress(string File, long BytesRead, long BytesTotal, long Records, long Stored, long Duplicates, long Rejected, TimeSpan Elapsed)
{
    public double RecordsPerSecond => Elapsed > TimeSpan.Zero ? Records / Elapsed.TotalSeconds : 0;
}
