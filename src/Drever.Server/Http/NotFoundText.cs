namespace Drever.Server;

/// <summary>What is said of an unknown path: Graph names the first segment it does not know.</summary>
internal static class NotFoundText
{
    private const int LongestShown = 100;

    private static readonly string[] Known = ["v1.0", "beta", "security"];

    public static string Of(PathString path)
    {
        var segments = (path.Value ?? "").Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (segments.Length == 0 || !IsGraph(segments[0]))
            return "The requested resource was not found. Check the path.";
        var unknown = segments.FirstOrDefault(s => !Known.Contains(s, StringComparer.OrdinalIgnoreCase)) ?? segments[^1];
        return $"Resource not found for the segment '{(unknown.Length <= LongestShown ? unknown : unknown[..LongestShown])}'.";
    }

    private static bool IsGraph(string segment) =>
        segment.Equals("v1.0", StringComparison.OrdinalIgnoreCase) || segment.Equals("beta", StringComparison.OrdinalIgnoreCase);
}
