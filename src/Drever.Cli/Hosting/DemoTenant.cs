using Drever.Schema.Ddl;

namespace Drever.Cli.Hosting;

/// <summary>The sample tenant's tables. They hold nothing but invented events, so a new day begins with empty ones.</summary>
internal static class DemoTenant
{
    public static async Task ClearAsync(Installation installation, string database, CancellationToken cancel)
    {
        foreach (var table in installation.Schema.Tables)
            await installation.Engine.ExecuteAsync($"TRUNCATE TABLE {ClickHouseDdl.FullName(database, table)}", cancel);
    }
}
