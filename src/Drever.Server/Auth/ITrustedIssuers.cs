using System.Collections.Immutable;
using Microsoft.IdentityModel.Tokens;

namespace Drever.Server;

/// <summary>
/// The issuers whose tokens count, each for one tenant. The built-in issuer is one implementation; outside providers,
/// whose keys come by discovery, are to be another.
/// </summary>
public interface ITrustedIssuers
{
    /// <summary>The issuer of this exact name; null when none is trusted. The name comes from a token not yet checked.</summary>
    ValueTask<TrustedIssuer?> FindAsync(string issuer, CancellationToken cancellationToken);
}

/// <param name="Name">The <c>iss</c> value.</param>
/// <param name="TenantId">The only tenant it may speak for.</param>
/// <param name="Keys">Its signing keys.</param>
public sealed record TrustedIssuer(string Name, Guid TenantId, ImmutableArray<SecurityKey> Keys);
