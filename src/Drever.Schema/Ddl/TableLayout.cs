using Drever.Sql;

namespace Drever.Schema.Ddl;

/// <summary>
/// How a table's rows lie. Tables with a time are in time order, a partition a month: "newest first" then reads a few thousand rows
/// whatever the table's size. Figures and the alternatives that were measured: docs/schema.md.
/// </summary>
/// <param name="PartitionBy">An expression, or null for one partition.</param>
/// <param name="OrderBy">The sorting key.</param>
internal sealed record TableLayout(string? PartitionBy, string OrderBy)
{
    public static TableLayout Of(HuntingTable table)
    {
        if (table.TimeColumn is not { } time)
            return new(null, $"({SqlText.Identifier(table.Columns[0].Name)})");
        var name = SqlText.Identifier(time.Name);
        return new($"toYYYYMM({name})", $"({name})");
    }
}
