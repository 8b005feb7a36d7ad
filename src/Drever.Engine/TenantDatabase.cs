using System.Buffers;
using Drever.Schema;
using Drever.Schema.Ddl;

namespace Drever.Engine;

/// <summary>A tenant's database: its name, and how it is made and kept up with the schema.</summary>
public static class TenantDatabase
{
    private static readonly SearchValues<char> NameCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-_");

    /// <summary>Letters a to z, digits, '-' and '_', at most 64: a tenant's name is also part of file names and addresses.</summary>
    public static bool IsTenantName(string tenant) => tenant.Length is > 0 and <= 64 && !tenant.AsSpan().ContainsAnyExcept(NameCharacters);

    /// <summary>The database of a tenant; two tenants never share one.</summary>
    public static string NameOf(string tenant) => IsTenantName(tenant)
        ? "tenant_" + tenant
        : throw new ArgumentException($"'{tenant}' can't be a tenant's name: a to z, 0 to 9, '-' and '_', at most 64.", nameof(tenant));

    /// <summary>Makes the database and its tables where they are missing, and adds the columns that a newer schema has. Safe to repeat.</summary>
    public static async Task EnsureAsync(IHuntingEngine engine, HuntingSchema schema, string database, CancellationToken cancellationToken)
    {
        await engine.ExecuteAsync(ClickHouseDdl.CreateDatabase(database), cancellationToken);
        var existing = await ExistingColumnsAsync(engine, database, cancellationToken);
        foreach (var table in schema.Tables)
        {
            if (!existing.TryGetValue(table.Name, out var columns))
            {
                await engine.ExecuteAsync(ClickHouseDdl.CreateTable(database, table), cancellationToken);
                continue;
            }

            foreach (var statement in ClickHouseDdl.AddMissing(database, table, columns))
                await engine.ExecuteAsync(statement, cancellationToken);
        }
    }

    private static async Task<Dictionary<string, HashSet<string>>> ExistingColumnsAsync(IHuntingEngine engine, string database, CancellationToken cancellationToken)
    {
        var tables = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        var query = new EngineQuery(ClickHouseDdl.ListColumns(database), database) { MeasureUsage = false };
        await using var rows = await engine.QueryAsync(query, cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
        {
            var table = rows.GetText(0)!;
            if (!tables.TryGetValue(table, out var columns))
                tables.Add(table, columns = new(StringComparer.Ordinal));
            columns.Add(rows.GetText(1)!);
        }

        return tables;
    }
}
