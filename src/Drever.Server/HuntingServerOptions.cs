using System.Collections.Immutable;
using Drever.Wire;

namespace Drever.Server;

/// <summary>How a server is set up. Only the data directory has no default.</summary>
public sealed record HuntingServerOptions(string DataDirectory)
{
    /// <summary>Addresses to listen on. Plain http belongs on loopback: tokens travel in it.</summary>
    public ImmutableArray<string> Urls { get; init; } = ["http://127.0.0.1:5080"];

    /// <summary>The address clients know the server by, where that is not what they call; null takes it from each call.</summary>
    public Uri? PublicUrl { get; init; }

    /// <summary>What a caller's body may be at most.</summary>
    public RequestLimits Requests { get; init; } = RequestLimits.Default;

    /// <summary>Who may call.</summary>
    public TokenOptions Tokens { get; init; } = new();

    /// <summary>Answers are held until they are whole; all answers together at most this many bytes.</summary>
    public long MaxHeldAnswerBytes { get; init; } = 1L << 30;

    /// <summary>How long running hunts may go on once the server is told to stop.</summary>
    public TimeSpan ShutdownGrace { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>One JSON object a log line, for collectors.</summary>
    public bool JsonLogs { get; init; }
}

/// <summary>Which tokens are good.</summary>
public sealed record TokenOptions
{
    /// <summary>Signature algorithms; nothing else is even tried.</summary>
    public ImmutableArray<string> Algorithms { get; init; } = ["RS256"];

    /// <summary>How far the clocks of issuer and server may be apart.</summary>
    public TimeSpan ClockSkew { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Issuers of the built-in issuer's tokens, <c>{tid}</c> being the tenant's id: v1 and v2, global and US government.</summary>
    public ImmutableArray<string> BuiltInIssuers { get; init; } =
    [
        "https://sts.windows.net/{tid}/",
        "https://login.microsoftonline.com/{tid}/v2.0",
        "https://login.microsoftonline.us/{tid}/v2.0",
    ];

    /// <summary>Lifetime of the tokens that the built-in issuer gives out.</summary>
    public TimeSpan Lifetime { get; init; } = TimeSpan.FromHours(1);
}
