using Drever.Engine;
using Drever.Schema;
using Drever.Testing;

namespace Drever.Ingest.Tests;

/// <summary>A tenant's database with all tables, and files to put into it.</summary>
internal sealed class Tenant : IDisposable
{
    private readonly EngineFixture _engine;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("drever-files-");

    private Tenant(EngineFixture engine, string database) => (_engine, Database) = (engine, database);

    public static HuntingSchema Schema { get; } = HuntingSchema.Load();

    public string Database { get; }

    public string Folder => _folder.FullName;

    public static async Task<Tenant> CreateAsync(EngineFixture engine)
    {
        var database = await engine.NewDatabaseAsync();
        await TenantDatabase.EnsureAsync(engine.Engine, Schema, database, CancellationToken.None);
        return new(engine, database);
    }

    public string Write(string name, string content) => Write(name, System.Text.Encoding.UTF8.GetBytes(content));

    public string Write(string name, byte[] content)
    {
        var path = Path.Combine(Folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, content);
        return path;
    }

    public Task<IngestSummary> IngestAsync(string path, string? table = null, IngestOptions? options = null, IHuntingEngine? engine = null) =>
        new Ingestor(engine ?? _engine.Engine, Schema, TimeProvider.System, options ?? IngestOptions.Default)
            .IngestAsync(new(Database, [path], Table: table), progress: null, CancellationToken.None);

    public Task<List<string?[]>> RowsAsync(string sql) => _engine.RowsAsync(sql, Database);

    public async Task<long> CountAsync(string table) =>
        long.Parse((await RowsAsync($"SELECT count() FROM {table}"))[0][0]!, System.Globalization.CultureInfo.InvariantCulture);

    public void Dispose() => _folder.Delete(recursive: true);
}
