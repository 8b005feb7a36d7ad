using System.Security.Claims;
using System.Text.Encodings.Web;
using Drever.Hunting;
using Drever.Wire;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;

namespace Drever.Server;

/// <summary>Bearer tokens in ASP.NET's terms; the decisions are <see cref="TokenGate"/>'s and <see cref="Permission"/>'s.</summary>
internal sealed class BearerHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory loggers,
    UrlEncoder encoder,
    TokenGate gate,
    FaultWriter faults,
    ILogger<BearerHandler> log) : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder)
{
    public const string SchemeName = "Bearer";

    private TokenRefusal _refusal = TokenRefusal.Missing;

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Context.GetEndpoint()?.Metadata.GetMetadata<HuntingRoute>() is not { } route)
            return AuthenticateResult.NoResult();
        var (caller, refusal) = await gate.EnterAsync(route.Family, Request.Headers.Authorization, Context.RequestAborted);
        if (refusal is { } reason)
        {
            _refusal = reason;
            return AuthenticateResult.Fail("The token was refused.");
        }
        Context.Features.Set(caller);
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(new ClaimsIdentity(SchemeName)), SchemeName));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        var family = Families.Of(Context);
        ServerLog.TokenRefused(log, RequestIds.Of(Context).RequestId, family, _refusal);
        Response.Headers.WWWAuthenticate = Challenge(family);
        return faults.WriteAsync(Context, family, RefusalTexts.Fault(_refusal));
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties)
    {
        var family = Families.Of(Context);
        var caller = Context.Features.GetRequiredFeature<Caller>();
        ServerLog.PermissionMissing(log, RequestIds.Of(Context).RequestId, family, caller.TenantId, caller.AppId);
        var fault = Permission.Missing(family, caller) ?? new WireFault(FaultKind.Forbidden, "The caller may not do this.");
        return faults.WriteAsync(Context, family, fault);
    }

    private string Challenge(WireFamily family) => family == WireFamily.Graph
        ? $"Bearer realm=\"\", authorization_uri=\"{faults.BaseUrl(Request)}/common/oauth2/authorize\", client_id=\"{HuntingApis.Graph.Resources[1]}\""
        : "Bearer";
}
