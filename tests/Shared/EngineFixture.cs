using Drever.Engine;
using Drever.Engine.Embedded;

namespace Drever.Testing;

/// <summary>
/// One embedded engine in a folder of its own for all tests of an assembly: a process can hold one data directory only.
/// Use: link this file into the test project and put <c>[Collection(EngineCollection.Name)]</c> on the test class.
/// </summary>
public sealed class EngineFixture : IAsyncLifetime
{
    public EmbeddedEngine Engine { get; private set; } = null!;

    public string DataDirectory { get; } = Directory.CreateTempSubdirectory("drever-test-").FullName;

    public async Task InitializeAsync() =>
        Engine = await EmbeddedEngine.OpenAsync(DataDirectory, new EmbeddedEngineOptions(), TimeProvider.System, CancellationToken.None);

    public async Task DisposeAsync()
    {
        await Engine.DisposeAsync();
        Directory.Delete(DataDirectory, recursive: true);
    }

    /// <summary>A database that no other test uses.</summary>
    public async Task<string> NewDatabaseAsync()
    {
        var name = "test_" + Guid.NewGuid().ToString("N");
        await Engine.ExecuteAsync($"CREATE DATABASE {name}", CancellationToken.None);
        return name;
    }

    /// <summary>All rows of a query as text, cell by cell.</summary>
    public Task<List<string?[]>> RowsAsync(string sql, string database = "default") => RowsAsync(new EngineQuery(sql, database));

    public async Task<List<string?[]>> RowsAsync(EngineQuery query)
    {
        await using var result = await Engine.QueryAsync(query, CancellationToken.None);
        var rows = new List<string?[]>();
        while (await result.ReadAsync(CancellationToken.None))
        {
            var row = new string?[result.Columns.Count];
            for (var i = 0; i < row.Length; i++)
                row[i] = result.GetText(i);
            rows.Add(row);
        }

        return rows;
    }
}

[CollectionDefinition(Name)]
public sealed class EngineCollection : ICollectionFixture<EngineFixture>
{
    public const string Name = "engine";
}
