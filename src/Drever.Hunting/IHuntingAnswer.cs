using System.Collections.Immutable;

namespace Drever.Hunting;

/// <summary>The scalar types of KQL, as result columns have them.</summary>
public enum HuntingType
{
    Bool,
    Int,
    Long,
    Real,
    Decimal,
    DateTime,
    TimeSpan,
    Guid,
    String,
    Dynamic,
}

/// <summary>A column of an answer.</summary>
public readonly record struct HuntingColumn(string Name, HuntingType Type);

/// <summary>
/// A running hunt: its columns are known, its rows come one after another, its figures are there after the last one.
/// The answer is also the current row: getters are for cells that are not null, spans live until the next read.
/// </summary>
public interface IHuntingAnswer : IAsyncDisposable
{
    ImmutableArray<HuntingColumn> Columns { get; }

    /// <summary>The query reads a table of the 2018 schema (<c>EventTime</c>): its dates go out without <c>Z</c>.</summary>
    bool UsesLegacyTables { get; }

    /// <summary>
    /// Goes to the next row. False at the end, and false when the hunt failed on the way: then <see cref="Error"/> says why.
    /// </summary>
    ValueTask<bool> ReadAsync(CancellationToken cancellationToken);

    /// <summary>Why reading ended early; null while rows come and after a whole answer.</summary>
    HuntingError? Error { get; }

    /// <summary>The row limit cut the answer. Known after the last row.</summary>
    bool Truncated { get; }

    /// <summary>What was really used. Known after the last row.</summary>
    HuntingStats Stats { get; }

    bool IsNull(int column);

    bool GetBool(int column);

    int GetInt(int column);

    long GetLong(int column);

    double GetReal(int column);

    /// <summary>Invariant text.</summary>
    ReadOnlySpan<byte> GetDecimalText(int column);

    /// <summary>Ticks since 0001 UTC.</summary>
    long GetDateTimeTicks(int column);

    long GetTimeSpanTicks(int column);

    Guid GetGuid(int column);

    ReadOnlySpan<byte> GetUtf8(int column);

    /// <summary>JSON text; empty is null.</summary>
    ReadOnlySpan<byte> GetDynamicJson(int column);
}

/// <summary>Resource figures of one hunt, measured by the engine.</summary>
/// <param name="Execution">Wall time.</param>
/// <param name="CpuUser">CPU time in user mode.</param>
/// <param name="CpuKernel">CPU time in the kernel.</param>
/// <param name="PeakMemoryBytes">Highest memory.</param>
/// <param name="MarkCacheHits">In-memory cache hits; misses beside it. Disk figures are page reads served or not served by the OS cache.</param>
public readonly record struct HuntingStats(
    TimeSpan Execution,
    TimeSpan CpuUser,
    TimeSpan CpuKernel,
    long PeakMemoryBytes,
    long MarkCacheHits,
    long MarkCacheMisses,
    long DiskCacheHits,
    long DiskCacheMisses);
