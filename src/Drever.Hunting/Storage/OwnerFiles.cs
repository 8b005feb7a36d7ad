namespace Drever.Hunting;

/// <summary>Files of the data directory that only their owner may read: keys, secrets, settings.</summary>
public static class OwnerFiles
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Makes a directory (0700) if it isn't there.</summary>
    public static void CreateDirectory(string path)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(path);
        else
            Directory.CreateDirectory(path, OwnerOnly | UnixFileMode.UserExecute);
    }

    /// <summary>
    /// The file's bytes; where there is none, what <paramref name="make"/> gives is written first, whole or not at all.
    /// When two processes start at once one of them makes the file and both read it.
    /// </summary>
    public static byte[] ReadOrCreate(string path, Func<byte[]> make)
    {
        if (!File.Exists(path))
            Create(path, make());
        else
            Tighten(path);
        return File.ReadAllBytes(path);
    }

    private static void Create(string path, byte[] bytes)
    {
        CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var temporary = $"{path}.{Guid.NewGuid():N}.tmp";
        try
        {
            Write(temporary, bytes);
            File.Move(temporary, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            // another process was first: its file counts
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    private static void Write(string path, byte[] bytes)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = OwnerOnly;
        using var file = new FileStream(path, options);
        file.Write(bytes);
        file.Flush(flushToDisk: true);
    }

    // a copy or a restore may have opened a secret to others
    private static void Tighten(string path)
    {
        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) | OwnerOnly) != OwnerOnly)
            File.SetUnixFileMode(path, OwnerOnly);
    }
}
