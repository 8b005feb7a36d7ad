using Drever.Hunting;
using Drever.Wire;
using Microsoft.IdentityModel.JsonWebTokens;

namespace Drever.Server;

/// <summary>One question to a token. Checks run in order; the first that refuses ends them.</summary>
internal interface ITokenCheck
{
    ValueTask<TokenRefusal?> CheckAsync(TokenContext context, CancellationToken cancellationToken);
}

/// <summary>What the checks hand on to each other.</summary>
internal sealed class TokenContext(WireFamily family, IReadOnlyList<string?> authorization)
{
    public WireFamily Family { get; } = family;

    /// <summary>The values of the <c>Authorization</c> header.</summary>
    public IReadOnlyList<string?> Authorization { get; } = authorization;

    /// <summary>The token's text; set by the first check.</summary>
    public string Raw { get; set; } = "";

    /// <summary>The token, read but not trusted; set by the form check.</summary>
    public JsonWebToken Token { get; set; } = null!;

    /// <summary>Set by the issuer check.</summary>
    public TrustedIssuer Issuer { get; set; } = null!;

    /// <summary>Set by the last check, when all is well.</summary>
    public Caller Caller { get; set; } = null!;
}
