using Drever.Engine.Embedded;
using Drever.Testing;

namespace Drever.Engine.Tests;

[Collection(EngineCollection.Name)]
public sealed class OwnershipTests(EngineFixture fixture)
{
    [Fact]
    public async Task A_second_owner_is_told_who_the_first_is_and_what_to_do()
    {
        var error = await Assert.ThrowsAsync<EngineException>(() =>
            EmbeddedEngine.OpenAsync(fixture.DataDirectory, new EmbeddedEngineOptions(), TimeProvider.System, CancellationToken.None));
        Assert.Equal(EngineErrorKind.DirectoryInUse, error.Error.Kind);
        Assert.Contains(fixture.DataDirectory, error.Message, StringComparison.Ordinal);
        Assert.Contains($"process {Environment.ProcessId}", error.Message, StringComparison.Ordinal);
        Assert.Contains("--url", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_killed_owner_left_is_no_obstacle()
    {
        var directory = Directory.CreateTempSubdirectory("drever-test-").FullName;
        File.WriteAllText(Path.Combine(directory, "engine.lock"), "");
        File.WriteAllText(Path.Combine(directory, "engine.owner"), "process 1");
        DirectoryLock.Take(directory, TimeProvider.System).Dispose();
        DirectoryLock.Take(directory, TimeProvider.System).Dispose();
        Directory.Delete(directory, recursive: true);
    }

    [Fact]
    public async Task A_directory_that_cannot_be_made_is_an_error_not_a_crash()
    {
        var file = Path.GetTempFileName();
        var error = await Assert.ThrowsAsync<EngineException>(() =>
            EmbeddedEngine.OpenAsync(file, new EmbeddedEngineOptions(), TimeProvider.System, CancellationToken.None));
        Assert.Equal(EngineErrorKind.Unavailable, error.Error.Kind);
        File.Delete(file);
    }

    [Fact]
    public async Task Another_directory_while_one_is_open_is_refused_with_a_sentence()
    {
        var directory = Directory.CreateTempSubdirectory("drever-test-").FullName;
        var error = await Assert.ThrowsAsync<EngineException>(() =>
            EmbeddedEngine.OpenAsync(directory, new EmbeddedEngineOptions(), TimeProvider.System, CancellationToken.None));
        Assert.Equal(EngineErrorKind.Unavailable, error.Error.Kind);
        DirectoryLock.Take(directory, TimeProvider.System).Dispose(); // the failed attempt has let go of it
        Directory.Delete(directory, recursive: true);
    }
}
