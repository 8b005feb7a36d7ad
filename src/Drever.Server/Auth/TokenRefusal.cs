namespace Drever.Server;

/// <summary>Why a token was not taken. Every one is a 401.</summary>
internal enum TokenRefusal
{
    Missing,
    NotBearer,
    TooLong,
    Malformed,
    Encrypted,
    Algorithm,
    Issuer,
    Signature,
    Audience,
    NoLifetime,
    Expired,
    NotYetValid,
    Tenant,
    NoSubject,
}
