using System.Collections.Immutable;
using Drever.Engine;
using Drever.Kql.Symbols;

namespace Drever.Hunting;

/// <summary>A column of an answer, with its KQL type.</summary>
public readonly record struct AnswerColumn(string Name, KqlType Type);

/// <summary>
/// A running hunt: its columns are known, its rows come one after another, its figures are there after the last one.
/// The answer is also the current row: getters are for cells that are not null, spans live until the next read.
/// Disposing it before the end stops the query.
/// </summary>
public interface IHuntingAnswer : IAsyncDisposable
{
    ImmutableArray<AnswerColumn> Columns { get; }

    /// <summary>The query reads a table of the 2018 schema (<c>EventTime</c>): the legacy API sends its dates without <c>Z</c>.</summary>
    bool UsesLegacyTables { get; }

    /// <summary>Bytes of the answer beyond which it is to be given up as <see cref="HuntingErrorKind.ResultTooLarge"/>.</summary>
    long MaxResultBytes { get; }

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

/// <summary>Resource figures of one hunt, as far as the engine measures them; zero where it does not.</summary>
/// <param name="Execution">Wall time.</param>
/// <param name="CpuUser">CPU time in user mode.</param>
/// <param name="CpuKernel">CPU time in the kernel.</param>
/// <param name="PeakMemoryBytes">Highest memory.</param>
/// <param name="RowsRead">Rows read from storage.</param>
/// <param name="BytesRead">Uncompressed bytes read from storage.</param>
public readonly record struct HuntingStats(
    TimeSpan Execution,
    TimeSpan CpuUser,
    TimeSpan CpuKernel,
    long PeakMemoryBytes,
    long RowsRead,
    long BytesRead)
{
    public TimeSpan Cpu => CpuUser + CpuKernel;

    internal static HuntingStats Of(ResourceUsage used) =>
        new(used.Elapsed, used.UserCpu, used.SystemCpu, used.PeakMemoryBytes, used.RowsRead, used.BytesRead);

    /// <summary>Of two queries that ran one after the other.</summary>
    internal HuntingStats Plus(HuntingStats next) => new(
        Execution + next.Execution,
        CpuUser + next.CpuUser,
        CpuKernel + next.CpuKernel,
        Math.Max(PeakMemoryBytes, next.PeakMemoryBytes),
        RowsRead + next.RowsRead,
        BytesRead + next.BytesRead);
}
