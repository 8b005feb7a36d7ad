using System.Text.Json;

namespace Drever.Bench.Compile;

/// <summary>The queries to compile: JSON lines with a <c>query</c>; without a file the bench's own questions.</summary>
internal static class CorpusFile
{
    public static string[] Read(string? path) => path is null
        ? [.. Queries.Questions.All.Select(q => q.Kql)]
        : [.. File.ReadLines(path).Where(l => l.Length > 0).Select(Query)];

    private static string Query(string line)
    {
        using var document = JsonDocument.Parse(line);
        return document.RootElement.GetProperty("query").GetString()!;
    }
}
