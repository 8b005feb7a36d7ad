namespace Drever.Wire;

/// <summary>Everything a call can be refused or fail for; <see cref="ErrorTable"/> says how each family puts it.</summary>
public enum FaultKind
{
    /// <summary>No JSON, no object, no usable <c>Query</c>.</summary>
    InvalidBody,

    /// <summary>The body names a character set other than UTF-8.</summary>
    WrongCharset,

    /// <summary>The body is over the limit.</summary>
    BodyTooLarge,

    /// <summary>The <c>Timespan</c> is not one of its five forms.</summary>
    BadTimespan,

    Syntax,
    Semantic,
    Unsupported,
    Runtime,
    QueryTooLarge,
    ResultTooLarge,
    Resources,
    TimedOut,

    CallQuota,
    RunningTimeQuota,
    CpuQuota,

    /// <summary>No token was sent.</summary>
    NoToken,

    /// <summary>The token was refused; the message says why.</summary>
    BadToken,

    /// <summary>A good token that lacks what the API asks; the message names both.</summary>
    MissingPermission,

    /// <summary>The caller may not do this, for another reason.</summary>
    Forbidden,

    NotFound,
    MethodNotAllowed,
    Unavailable,
    Internal,
}

/// <summary>A fault and what is to be said about it.</summary>
/// <param name="Message">For the caller; some kinds have a recorded text that takes its place.</param>
public sealed record WireFault(FaultKind Kind, string Message)
{
    /// <summary>For the 429 kinds: how long until a call can succeed.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>For the 429 kinds: the limit, as <c>45 per 00:01:00</c>.</summary>
    public string? Limit { get; init; }
}
