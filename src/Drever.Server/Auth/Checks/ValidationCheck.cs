using Drever.Wire;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Drever.Server;

/// <summary>
/// Signature by one of the issuer's keys, algorithm, issuer, audience of the API, lifetime: Microsoft.IdentityModel's
/// own validation, with this server's clock.
/// </summary>
internal sealed class ValidationCheck(TokenOptions options, TimeProvider time) : ITokenCheck
{
    private readonly JsonWebTokenHandler _handler = new() { MaximumTokenSizeInBytes = HeaderCheck.LongestToken, MapInboundClaims = false };

    public async ValueTask<TokenRefusal?> CheckAsync(TokenContext context, CancellationToken cancellationToken)
    {
        var result = await _handler.ValidateTokenAsync(context.Token, Parameters(context.Family, context.Issuer));
        return result.IsValid ? null : Refusal(result.Exception);
    }

    private TokenValidationParameters Parameters(WireFamily family, TrustedIssuer issuer)
    {
        var api = HuntingApis.Of(family);
        return new TokenValidationParameters
        {
            ValidAlgorithms = options.Algorithms,
            ValidIssuer = issuer.Name,
            IssuerSigningKeys = issuer.Keys,
            ValidAudiences = api.Resources.AddRange(api.OtherAudiences),
            RequireAudience = true,
            RequireSignedTokens = true,
            RequireExpirationTime = true,
            LifetimeValidator = (from, until, _, _) => InLifetime(from, until),
            ClockSkew = options.ClockSkew,
            LogValidationExceptions = false,
        };
    }

    private bool InLifetime(DateTime? from, DateTime? until)
    {
        var now = time.GetUtcNow().UtcDateTime;
        if (until is null)
            throw new SecurityTokenNoExpirationException();
        if (now - options.ClockSkew >= until)
            throw new SecurityTokenExpiredException();
        if (from is { } start && now + options.ClockSkew < start)
            throw new SecurityTokenNotYetValidException();
        return true;
    }

    private static TokenRefusal Refusal(Exception? failure) => failure switch
    {
        SecurityTokenExpiredException => TokenRefusal.Expired,
        SecurityTokenNotYetValidException => TokenRefusal.NotYetValid,
        SecurityTokenNoExpirationException => TokenRefusal.NoLifetime,
        SecurityTokenInvalidLifetimeException => TokenRefusal.NoLifetime,
        SecurityTokenInvalidAudienceException => TokenRefusal.Audience,
        SecurityTokenInvalidIssuerException => TokenRefusal.Issuer,
        SecurityTokenInvalidAlgorithmException => TokenRefusal.Algorithm,
        SecurityTokenInvalidSignatureException => TokenRefusal.Signature,
        _ => TokenRefusal.Malformed,
    };
}
