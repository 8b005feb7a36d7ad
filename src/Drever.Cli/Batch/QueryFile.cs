using System.Text.Json;

namespace Drever.Cli.Batch;

/// <summary>One line of <c>--queries</c>.</summary>
/// <param name="Id">The caller's own id, as JSON, given back as it is.</param>
/// <param name="Query">KQL.</param>
/// <param name="Timespan">An ISO 8601 window; null for none.</param>
internal sealed record QueryLine(JsonElement Id, string Query, string? Timespan);

/// <summary>Reads the JSON lines <c>{"id","query","timespan"?}</c>; other properties are ignored.</summary>
internal static class QueryFile
{
    public static IEnumerable<QueryLine> Read(string path)
    {
        using var reader = Open(path);
        var number = 0;
        while (reader.ReadLine() is { } line)
        {
            number++;
            if (string.IsNullOrWhiteSpace(line))
                continue;
            yield return Parse(line, path, number);
        }
    }

    private static StreamReader Open(string path)
    {
        try
        {
            return new StreamReader(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UserErrorException($"The queries can't be read: {e.Message}", ExitCode.Misuse);
        }
    }

    private static QueryLine Parse(string line, string path, int number)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            var root = document.RootElement;
            if (root.ValueKind == JsonValueKind.Object
                && root.TryGetProperty("id", out var id)
                && root.TryGetProperty("query", out var query) && query.ValueKind == JsonValueKind.String)
            {
                var timespan = root.TryGetProperty("timespan", out var t) && t.ValueKind == JsonValueKind.String ? t.GetString() : null;
                return new QueryLine(id.Clone(), query.GetString()!, timespan);
            }
        }
        catch (JsonException)
        {
            // said below, with the place
        }

        throw new UserErrorException($"{path}, line {number}: a JSON object with \"id\" and \"query\" is expected.", ExitCode.Misuse);
    }
}
