namespace Drever.Schema.Reading;

/// <summary>
/// The form of the data files: a keyword and words on a line, continued on indented lines; '#' starts a comment line.
/// </summary>
internal static class SchemaText
{
    /// <summary>The statements of an embedded file, each as its keyword and the text after it.</summary>
    public static IEnumerable<(string Keyword, string Text)> Read(string resource)
    {
        using var stream = typeof(SchemaText).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The schema file '{resource}' is not part of this build.");
        using var reader = new StreamReader(stream);
        string? statement = null;
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#')
                continue;
            if (line[0] == ' ')
            {
                statement += line;
                continue;
            }

            if (statement is not null)
                yield return Split(statement);
            statement = line;
        }

        if (statement is not null)
            yield return Split(statement);
    }

    /// <summary>An embedded file as it is; null where there is none.</summary>
    public static string? ReadWhole(string resource)
    {
        using var stream = typeof(SchemaText).Assembly.GetManifestResourceStream(resource);
        if (stream is null)
            return null;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    public static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    public static string[] Fields(string text) => text.Split('|', StringSplitOptions.TrimEntries);

    private static (string, string) Split(string statement)
    {
        var blank = statement.IndexOf(' ', StringComparison.Ordinal);
        return blank < 0 ? (statement, "") : (statement[..blank], statement[(blank + 1)..]);
    }
}
