using System.Collections.Immutable;
using Drever.Hunting;
using Microsoft.IdentityModel.JsonWebTokens;

namespace Drever.Server;

/// <summary>
/// Reads the caller from the checked token: an application (<c>roles</c>) or a user through one (<c>scp</c>), in the v1
/// and the v2 shape.
/// </summary>
internal sealed class CallerCheck : ITokenCheck
{
    public ValueTask<TokenRefusal?> CheckAsync(TokenContext context, CancellationToken cancellationToken) =>
        ValueTask.FromResult(Check(context));

    private static TokenRefusal? Check(TokenContext context)
    {
        var token = context.Token;
        if ((One(token, "appid") ?? One(token, "azp")) is not { } app)
            return TokenRefusal.NoSubject;
        var scopes = Many(token, "scp").SelectMany(s => s.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToImmutableArray();
        CallerUser? user = null;
        if (!scopes.IsEmpty)
        {
            if ((One(token, "oid") ?? One(token, "sub")) is not { } subject)
                return TokenRefusal.NoSubject;
            user = new CallerUser(subject, One(token, "upn") ?? One(token, "preferred_username"), Many(token, "groups"), Many(token, "wids"));
        }
        context.Caller = new Caller(context.Issuer.TenantId, app, user, Many(token, "roles"), scopes);
        return null;
    }

    private static string? One(JsonWebToken token, string claim) =>
        Many(token, claim) is [{ Length: > 0 } value] ? value : null;

    private static ImmutableArray<string> Many(JsonWebToken token, string claim) =>
        [.. token.Claims.Where(c => c.Type == claim).Select(c => c.Value)];
}
