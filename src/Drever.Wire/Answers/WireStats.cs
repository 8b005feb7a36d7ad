namespace Drever.Wire;

/// <summary>Hits and misses of one cache level.</summary>
public readonly record struct WireCache(long Hits, long Misses)
{
    public long Total => Hits + Misses;
}

/// <summary>
/// What a query used, for the <c>Stats</c> object of the two Defender families (Kusto: "Query resource consumption
/// information"). Rows and size describe the answer itself.
/// </summary>
/// <param name="Execution">Wall time from the start of the query to its last row.</param>
/// <param name="CpuUser">CPU time in user mode.</param>
/// <param name="CpuKernel">CPU time in the kernel.</param>
/// <param name="PeakMemoryBytes">Highest memory of the query.</param>
/// <param name="RowCount">Rows of the answer.</param>
/// <param name="TableSizeBytes">Bytes of the answer's values, see the row writers.</param>
public readonly record struct WireStats(
    TimeSpan Execution,
    WireCache MemoryCache,
    WireCache DiskCache,
    TimeSpan CpuUser,
    TimeSpan CpuKernel,
    long PeakMemoryBytes,
    long RowCount,
    long TableSizeBytes);
