using System.Text.Json;
using Drever.Engine.Embedded;

namespace Drever.Engine.Tests;

public sealed class LibraryVersionTests
{
    [Fact]
    public void Package_lock_and_code_name_the_same_version()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Drever.slnx")))
            folder = folder.Parent!;
        using var package = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder.FullName, "engine", "package.json")));
        using var lockFile = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder.FullName, "engine", "package-lock.json")));

        var pinned = package.RootElement.GetProperty("optionalDependencies").EnumerateObject().ToList();
        Assert.Equal(4, pinned.Count);
        Assert.All(pinned, platform =>
        {
            Assert.Equal(EngineLibrary.Version, platform.Value.GetString());
            var locked = lockFile.RootElement.GetProperty("packages").GetProperty("node_modules/" + platform.Name);
            Assert.Equal(EngineLibrary.Version, locked.GetProperty("version").GetString());
        });
    }
}
