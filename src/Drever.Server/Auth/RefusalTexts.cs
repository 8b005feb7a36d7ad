using Drever.Wire;

namespace Drever.Server;

/// <summary>What a caller is told about a refused token: enough to put it right, nothing about the server's keys.</summary>
internal static class RefusalTexts
{
    public static WireFault Fault(TokenRefusal refusal) =>
        new(refusal == TokenRefusal.Missing ? FaultKind.NoToken : FaultKind.BadToken, Text(refusal));

    private static string Text(TokenRefusal refusal) => refusal switch
    {
        TokenRefusal.Missing => "Access token is empty.",
        TokenRefusal.NotBearer => "Access token validation failure. The Authorization header must be one 'Bearer' token.",
        TokenRefusal.TooLong => "Access token validation failure. The token is too long.",
        TokenRefusal.Malformed => "Access token validation failure. The token is not a well-formed JWT.",
        TokenRefusal.Encrypted => "Access token validation failure. Encrypted tokens are not accepted.",
        TokenRefusal.Algorithm => "Access token validation failure. Invalid algorithm.",
        TokenRefusal.Issuer => "Access token validation failure. Invalid issuer.",
        TokenRefusal.Signature => "Access token validation failure. Invalid signature.",
        TokenRefusal.Audience => "Access token validation failure. Invalid audience.",
        TokenRefusal.NoLifetime => "Lifetime validation failed, the token has no expiration time.",
        TokenRefusal.Expired => "Lifetime validation failed, the token is expired.",
        TokenRefusal.NotYetValid => "Lifetime validation failed, the token is not yet valid.",
        TokenRefusal.Tenant => "Access token validation failure. Invalid tenant.",
        _ => "Access token validation failure. The token names no application.",
    };
}
