namespace Drever.Server;

/// <summary>The issuer is one that is trusted, letter by letter.</summary>
internal sealed class IssuerCheck(ITrustedIssuers issuers) : ITokenCheck
{
    public async ValueTask<TokenRefusal?> CheckAsync(TokenContext context, CancellationToken cancellationToken)
    {
        if (await issuers.FindAsync(context.Token.Issuer, cancellationToken) is not { } issuer)
            return TokenRefusal.Issuer;
        context.Issuer = issuer;
        return null;
    }
}
