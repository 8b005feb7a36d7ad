namespace Drever.Hunting;

/// <summary>Why a hunt has no answer. The kind decides the status on the wire, the message what the caller reads.</summary>
public enum HuntingErrorKind
{
    /// <summary>The text is not KQL. Caller's fault.</summary>
    Syntax,

    /// <summary>An unknown table, column or function, a wrong type or arity. Caller's fault.</summary>
    Semantic,

    /// <summary>Good KQL that this version can't run yet; the message names what.</summary>
    Unsupported,

    /// <summary>A mistake that shows only while the query runs, such as a bad regular expression in data.</summary>
    Runtime,

    /// <summary>The plan got too large to run.</summary>
    QueryTooLarge,

    /// <summary>More result bytes than the limit.</summary>
    ResultTooLarge,

    /// <summary>Stopped for CPU or memory.</summary>
    Resources,

    /// <summary>Stopped at the time limit of its family.</summary>
    TimedOut,

    /// <summary>Not admitted: too many calls in a span of time.</summary>
    CallQuotaExceeded,

    /// <summary>Not admitted: running time of the span is used up.</summary>
    RunningTimeQuotaExceeded,

    /// <summary>Not admitted: the CPU share of the cycle is used up.</summary>
    CpuQuotaExceeded,

    /// <summary>The caller may not do this.</summary>
    Forbidden,

    /// <summary>Not now: the server is stopping or has no room. The same call may succeed later.</summary>
    Unavailable,

    /// <summary>A fault of this server.</summary>
    Internal,
}

/// <summary>A hunt that failed, as a value.</summary>
/// <param name="Message">For the caller, without the recommended action: the wire adds it by kind.</param>
public sealed record HuntingError(HuntingErrorKind Kind, string Message)
{
    /// <summary>How long until the same call can be admitted; for the quota kinds.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The limit that refused, for example 45 per minute; for the quota kinds.</summary>
    public QuotaLimit? Limit { get; init; }
}

/// <summary>A limit of a profile: so many calls, or so much time, in each span.</summary>
/// <param name="Calls">Calls allowed; null where the limit is of time.</param>
/// <param name="Time">Running or CPU time allowed; null where the limit is of calls.</param>
/// <param name="Span">The span it is counted over.</param>
public sealed record QuotaLimit(int? Calls, TimeSpan? Time, TimeSpan Span);
