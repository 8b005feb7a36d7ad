using System.Diagnostics;
using System.Globalization;

namespace Drever.Engine.Embedded;

/// <summary>
/// A data directory has one owner. The lock is on a file of its own, so that it ends with the process however that ends;
/// who holds it stands in a second file, because a locked file can't be read.
/// </summary>
internal sealed class DirectoryLock : IDisposable
{
    private readonly FileStream _file;

    private DirectoryLock(FileStream file) => _file = file;

    /// <exception cref="EngineException"><see cref="EngineErrorKind.DirectoryInUse"/>, naming the owner.</exception>
    public static DirectoryLock Take(string directory, TimeProvider time)
    {
        var lockPath = Path.Combine(directory, "engine.lock");
        var ownerPath = Path.Combine(directory, "engine.owner");
        FileStream file;
        try
        {
            file = new FileStream(lockPath, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (UnauthorizedAccessException denied)
        {
            throw new EngineException(EngineErrorKind.Unavailable, $"The data directory {directory} can't be written by this user.", denied);
        }
        catch (IOException held) when (File.Exists(lockPath))
        {
            throw new EngineException(
                EngineErrorKind.DirectoryInUse,
                $"The data directory {directory} is in use by {ReadOwner(ownerPath)}. Stop that process, or ask the server that runs on it with --url.",
                held);
        }

        try
        {
            File.WriteAllText(ownerPath, Describe(time));
            return new DirectoryLock(file);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    public void Dispose() => _file.Dispose();

    private static string Describe(TimeProvider time) => string.Create(
        CultureInfo.InvariantCulture,
        $"process {Environment.ProcessId} ({Process.GetCurrentProcess().ProcessName}, since {time.GetUtcNow():yyyy-MM-dd HH:mm:ss} UTC)");

    private static string ReadOwner(string path)
    {
        try
        {
            return File.ReadAllText(path) is { Length: > 0 } owner ? owner : "another process";
        }
        catch (IOException)
        {
            return "another process";
        }
    }
}
