namespace Drever.Wire;

/// <summary>Writes <c>Stats</c> in the spelling and order of the Defender families.</summary>
internal static class StatsWriter
{
    public static void Write(ref JsonOut output, in WireStats stats)
    {
        output.Raw("{\"ExecutionTime\":"u8);
        output.Real(stats.Execution.Ticks / (double)TimeSpan.TicksPerSecond);
        output.Raw(",\"resource_usage\":{\"cache\":{\"memory\":"u8);
        Cache(ref output, stats.MemoryCache);
        output.Raw(",\"disk\":"u8);
        Cache(ref output, stats.DiskCache);
        output.Raw("},\"cpu\":{\"user\":"u8);
        CellText.TimeSpanConstant(ref output, stats.CpuUser.Ticks);
        output.Raw(",\"kernel\":"u8);
        CellText.TimeSpanConstant(ref output, stats.CpuKernel.Ticks);
        output.Raw(",\"total cpu\":"u8);
        CellText.TimeSpanConstant(ref output, (stats.CpuUser + stats.CpuKernel).Ticks);
        output.Raw("},\"memory\":{\"peak_per_node\":"u8);
        output.Format(stats.PeakMemoryBytes);
        output.Raw("}},\"dataset_statistics\":[{\"table_row_count\":"u8);
        output.Format(stats.RowCount);
        output.Raw(",\"table_size\":"u8);
        output.Format(stats.TableSizeBytes);
        output.Raw("}]}"u8);
    }

    private static void Cache(ref JsonOut output, WireCache cache)
    {
        output.Raw("{\"hits\":"u8);
        output.Format(cache.Hits);
        output.Raw(",\"misses\":"u8);
        output.Format(cache.Misses);
        output.Raw(",\"total\":"u8);
        output.Format(cache.Total);
        output.Raw((byte)'}');
    }
}
