using System.Globalization;

namespace Drever.Wire;

/// <summary>
/// The public texts. A query's mistake is <c>{message}. {recommended action}.</c>; the engine's own full stop stays
/// where it has one, hence the double one.
/// </summary>
internal static class ErrorTexts
{
    public const string MissingQuery = "Missing query.";

    public const string ResultTooLarge =
        "Query execution has exceeded the allowed result size. Optimize your query by limiting the number of results and try again";

    public const string Resources =
        "Query execution has exceeded the allowed limits. The query execution was preempted. This could possibly be due to high CPU and/or memory resource consumption. Optimize your query by following best practices and try again.";

    public const string QueryTooLarge = "The query cannot run because it exceeds the allowed size limit when processed.";

    public const string Unexpected = "An unexpected error occurred during query execution. Please try again in a few minutes.";

    public static string Plain(WireFault fault) => fault.Message;

    public static Func<WireFault, string> Fixed(string text) => _ => text;

    public static Func<WireFault, string> WithAction(string action) => fault => $"{fault.Message}. {action}.";

    public static string CallQuota(WireFault fault) =>
        $"API calls quota exceeded! maximum allowed {fault.Limit}. {WhenItOpens(fault)}";

    public static string RunningTimeQuota(WireFault fault) =>
        $"API running time quota exceeded! maximum allowed {fault.Limit}. {WhenItOpens(fault)}";

    public static string CpuQuota(WireFault fault) =>
        $"You have exceeded processing resources allocated to this tenant. {WhenItOpens(fault)}";

    /// <summary>Whole seconds, rounded up: a client that waits this long is really admitted.</summary>
    public static long Seconds(TimeSpan wait) =>
        Math.Max(1, (wait.Ticks + TimeSpan.TicksPerSecond - 1) / TimeSpan.TicksPerSecond);

    private static string WhenItOpens(WireFault fault)
    {
        var wait = TimeSpan.FromSeconds(Seconds(fault.RetryAfter ?? TimeSpan.Zero));
        return $"You can run queries again in {wait.ToString("c", CultureInfo.InvariantCulture)}.";
    }
}
