using Drever.Schema.Ddl;
using Drever.Testing;
using Drever.Translation.Tests.Support;

namespace Drever.Translation.Tests.Logic;

/// <summary>A tenant database with every table and a few rows in some, made once.</summary>
public sealed class LogicDatabase : IDisposable
{
    private readonly SemaphoreSlim _gate = new(1);
    private string? _name;

    public async Task<string> NameAsync(EngineFixture engine)
    {
        await _gate.WaitAsync();
        try
        {
            return _name ??= await MakeAsync(engine);
        }
        finally
        {
            _gate.Release();
        }
    }

    public void Dispose() => _gate.Dispose();

    private static async Task<string> MakeAsync(EngineFixture engine)
    {
        var name = await engine.NewDatabaseAsync();
        foreach (var table in QueryRunner.Schema.Tables)
            await engine.Engine.ExecuteAsync(ClickHouseDdl.CreateTable(name, table), CancellationToken.None);
        foreach (var insert in LogicRows.Inserts)
            await engine.Engine.ExecuteAsync(insert.Replace("{db}", name, StringComparison.Ordinal), CancellationToken.None);
        return name;
    }
}
