namespace Drever.Ingest.Files;

/// <summary>A file to read; <paramref name="Name"/> is what reports call it.</summary>
internal sealed record ListedFile(string Path, string Name, long Length);

/// <summary>Finds the files of a request.</summary>
internal static class FileList
{
    private static readonly EnumerationOptions Recursive = new()
    {
        RecurseSubdirectories = true,
        // a link to a parent folder would never end
        AttributesToSkip = FileAttributes.ReparsePoint | FileAttributes.Hidden,
        IgnoreInaccessible = false,
    };

    /// <summary>Files as named, folders searched in a stable order; paths that are neither are reported.</summary>
    public static List<ListedFile> Find(IReadOnlyList<string> paths, Action<string, string> problem)
    {
        var files = new List<ListedFile>();
        foreach (var path in paths)
        {
            try
            {
                if (File.Exists(path))
                    files.Add(new(path, path, new FileInfo(path).Length));
                else if (Directory.Exists(path))
                    files.AddRange(Directory.EnumerateFiles(path, "*", Recursive).Order(StringComparer.Ordinal).Select(f => new ListedFile(f, f, new FileInfo(f).Length)));
                else
                    problem(path, "there is no such file or folder");
            }
            catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
            {
                problem(path, failed.Message);
            }
        }

        return files;
    }
}
