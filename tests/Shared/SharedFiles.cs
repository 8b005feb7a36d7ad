namespace Drever.Testing;

/// <summary>The reference material beside the repository: <c>DREVER_SHARED</c>, else <c>../shared</c>. It may be missing.</summary>
internal static class SharedFiles
{
    public static string? Root { get; } = Find();

    public static bool Has(string relativePath) => Root is not null && Path.Exists(Path.Combine(Root, relativePath));

    public static string PathOf(string relativePath) => Path.Combine(Root ?? throw new InvalidOperationException("There is no shared folder."), relativePath);

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable("DREVER_SHARED") is { Length: > 0 } named)
            return Directory.Exists(named) ? named : null;
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (!File.Exists(Path.Combine(folder.FullName, "Drever.slnx")))
                continue;
            var beside = Path.Combine(folder.FullName, "..", "shared");
            return Directory.Exists(beside) ? beside : null;
        }

        return null;
    }
}

/// <summary>A test that needs a file of the shared folder; skipped, and said so, where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SharedFactAttribute : FactAttribute
{
    public SharedFactAttribute(string relativePath)
    {
        if (!SharedFiles.Has(relativePath))
            Skip = $"needs {relativePath} of the shared folder (DREVER_SHARED, else ../shared)";
    }
}

/// <summary>The same for a theory.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SharedTheoryAttribute : TheoryAttribute
{
    public SharedTheoryAttribute(string relativePath)
    {
        if (!SharedFiles.Has(relativePath))
            Skip = $"needs {relativePath} of the shared folder (DREVER_SHARED, else ../shared)";
    }
}
