using Drever.Hunting;

namespace Drever.Server;

/// <summary>The token's tenant is the one its issuer may speak for, and it is a tenant here.</summary>
internal sealed class TenantCheck(TenantRegistry tenants) : ITokenCheck
{
    public ValueTask<TokenRefusal?> CheckAsync(TokenContext context, CancellationToken cancellationToken) =>
        ValueTask.FromResult<TokenRefusal?>(Is(context) ? null : TokenRefusal.Tenant);

    private bool Is(TokenContext context) =>
        context.Token.TryGetPayloadValue("tid", out string? text) &&
        Guid.TryParseExact(text, "D", out var tenant) &&
        tenant == context.Issuer.TenantId &&
        tenants.Find(tenant) is not null;
}
