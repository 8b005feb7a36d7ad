namespace Drever.Schema.Ddl;

/// <summary>How a table's rows lie: partitions, order, settings.</summary>
/// <param name="PartitionBy">An expression, or null for one partition.</param>
/// <param name="OrderBy">The sorting key.</param>
internal sealed record TableLayout(string? PartitionBy, string OrderBy, string Settings)
{
    public static TableLayout Of(HuntingTable table)
    {
        if (table.TimeColumn is not { } time)
            return new(null, "tuple()", "index_granularity = 8192");
        var name = SqlText.Identifier(time.Name);
        return new($"toYYYYMM({name})", $"({name})", "index_granularity = 8192");
    }
}
