using System.Globalization;
using Drever.Hunting;
using Drever.Wire;

namespace Drever.Server;

/// <summary>Hunting's errors in the wire's terms: kind for kind.</summary>
internal static class HuntingFaults
{
    public static WireFault Of(HuntingError error) => new(Kind(error.Kind), error.Message)
    {
        RetryAfter = error.RetryAfter,
        Limit = error.Limit is { } limit ? Text(limit) : null,
    };

    private static FaultKind Kind(HuntingErrorKind kind) => kind switch
    {
        HuntingErrorKind.Syntax => FaultKind.Syntax,
        HuntingErrorKind.Semantic => FaultKind.Semantic,
        HuntingErrorKind.Unsupported => FaultKind.Unsupported,
        HuntingErrorKind.Runtime => FaultKind.Runtime,
        HuntingErrorKind.QueryTooLarge => FaultKind.QueryTooLarge,
        HuntingErrorKind.ResultTooLarge => FaultKind.ResultTooLarge,
        HuntingErrorKind.Resources => FaultKind.Resources,
        HuntingErrorKind.TimedOut => FaultKind.TimedOut,
        HuntingErrorKind.CallQuotaExceeded => FaultKind.CallQuota,
        HuntingErrorKind.RunningTimeQuotaExceeded => FaultKind.RunningTimeQuota,
        HuntingErrorKind.CpuQuotaExceeded => FaultKind.CpuQuota,
        HuntingErrorKind.Forbidden => FaultKind.Forbidden,
        HuntingErrorKind.Unavailable => FaultKind.Unavailable,
        _ => FaultKind.Internal,
    };

    // "45 per 00:01:00", "00:10:00 per 01:00:00"
    private static string Text(QuotaLimit limit)
    {
        var amount = limit.Calls is { } calls
            ? calls.ToString(CultureInfo.InvariantCulture)
            : limit.Time.GetValueOrDefault().ToString("c", CultureInfo.InvariantCulture);
        return $"{amount} per {limit.Span.ToString("c", CultureInfo.InvariantCulture)}";
    }
}
