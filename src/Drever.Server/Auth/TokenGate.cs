using System.Collections.Immutable;
using Drever.Hunting;
using Drever.Wire;

namespace Drever.Server;

/// <summary>Takes or refuses a call's token: the checks, in their order.</summary>
internal sealed class TokenGate(TokenOptions options, ITrustedIssuers issuers, TenantRegistry tenants, TimeProvider time)
{
    private readonly ImmutableArray<ITokenCheck> _checks =
    [
        new HeaderCheck(),
        new FormCheck(),
        // before any key is looked for: an attacker must not choose how a key is used
        new AlgorithmCheck(options),
        // gives the keys, and the one tenant they count for
        new IssuerCheck(issuers),
        new ValidationCheck(options, time),
        // only what is signed is believed from here on
        new TenantCheck(tenants),
        new CallerCheck(),
    ];

    /// <summary>The caller, or why there is none.</summary>
    public async ValueTask<(Caller? Caller, TokenRefusal? Refusal)> EnterAsync(
        WireFamily family, IReadOnlyList<string?> authorization, CancellationToken cancellationToken)
    {
        var context = new TokenContext(family, authorization);
        foreach (var check in _checks)
        {
            if (await check.CheckAsync(context, cancellationToken) is { } refusal)
                return (null, refusal);
        }
        return (context.Caller, null);
    }
}
