using System.Text.Json;

namespace Drever.Functions.Values;

/// <summary>Constant dynamic arrays, read while a query is compiled.</summary>
internal static class ConstantArrays
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 256 };

    /// <summary>The elements; null for what is no array, or nested deeper than is read here.</summary>
    public static IReadOnlyList<JsonElement>? Items(string? json)
    {
        if (json is not ['[', ..])
            return null;
        try
        {
            using var document = JsonDocument.Parse(json, Options);
            return [.. document.RootElement.EnumerateArray().Select(e => e.Clone())];
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
