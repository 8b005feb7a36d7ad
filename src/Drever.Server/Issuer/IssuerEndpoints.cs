using Drever.Hunting;

namespace Drever.Server;

/// <summary>The built-in issuer over HTTP: tokens, discovery, keys, instance discovery (contract sections 5.1 and 5.5).</summary>
internal sealed class IssuerEndpoints(
    TokenService tokens, BuiltInIssuer issuer, TenantRegistry tenants, FaultWriter faults, TimeProvider time, ILogger<IssuerEndpoints> log)
{
    public static void Map(IEndpointRouteBuilder app)
    {
        var endpoints = app.ServiceProvider.GetRequiredService<IssuerEndpoints>();
        app.MapPost("/{tenant}/oauth2/token", (HttpContext http, string tenant) => endpoints.TokenAsync(http, tenant, 1));
        app.MapPost("/{tenant}/oauth2/v2.0/token", (HttpContext http, string tenant) => endpoints.TokenAsync(http, tenant, 2));
        app.MapGet("/{tenant}/.well-known/openid-configuration", (HttpContext http, string tenant) => endpoints.DiscoveryAsync(http, tenant, 1));
        app.MapGet("/{tenant}/v2.0/.well-known/openid-configuration", (HttpContext http, string tenant) => endpoints.DiscoveryAsync(http, tenant, 2));
        app.MapGet("/{tenant}/discovery/keys", (HttpContext http, string tenant) => endpoints.KeysAsync(http, tenant));
        app.MapGet("/{tenant}/discovery/v2.0/keys", (HttpContext http, string tenant) => endpoints.KeysAsync(http, tenant));
        app.MapGet("/common/discovery/instance", endpoints.InstanceAsync);
    }

    private async Task TokenAsync(HttpContext http, string tenant, int version)
    {
        var request = await TokenForm.ReadAsync(http.Request, tenant, version, http.RequestAborted);
        var reply = request is null
            ? new EntraError(400, "invalid_request", 900144, "The request body must be 'application/x-www-form-urlencoded' with the parameter 'grant_type'.")
            : tokens.Issue(request);
        http.Response.Headers.CacheControl = "no-store, no-cache";
        http.Response.Headers.Pragma = "no-cache";
        if (reply.Error is { } error)
        {
            await ErrorAsync(http, error);
            return;
        }
        var token = reply.Token!;
        ServerLog.TokenIssued(log, token.Client.TenantId, token.Client.AppId.ToString("D"), token.Api.Family);
        await JsonReply.SendAsync(http, 200, json => TokenReplyWriter.Write(json, token, version, time.GetUtcNow()));
    }

    private Task DiscoveryAsync(HttpContext http, string tenant, int version)
    {
        if (Find(tenant) is not { } found)
            return UnknownTenantAsync(http);
        var document = new DiscoveryDocument(faults.BaseUrl(http.Request), found.Id, version);
        return JsonReply.SendAsync(http, 200, document.Write);
    }

    private Task KeysAsync(HttpContext http, string tenant)
    {
        if (Find(tenant) is not { } found)
            return UnknownTenantAsync(http);
        var url = faults.BaseUrl(http.Request);
        return JsonReply.SendAsync(http, 200, json => KeyList.Write(json, issuer.Key, $"{url}/{found.Id}/v2.0"));
    }

    private Task InstanceAsync(HttpContext http) =>
        JsonReply.SendAsync(http, 200, json => InstanceDocument.Write(json, faults.BaseUrl(http.Request), http.Request.Query["api-version"]));

    private Task UnknownTenantAsync(HttpContext http) =>
        ErrorAsync(http, new EntraError(400, "invalid_tenant", 90002, "The tenant was not found. Use a tenant's id or name."));

    private Task ErrorAsync(HttpContext http, EntraError error)
    {
        var ids = RequestIds.Of(http);
        ServerLog.TokenRequestRefused(log, ids.RequestId, error.Code);
        return JsonReply.SendAsync(http, error.Status, json => TokenReplyWriter.Write(json, error, ids.RequestId, ids.ClientRequestId, time.GetUtcNow()));
    }

    private Tenant? Find(string name) =>
        name.Equals("common", StringComparison.OrdinalIgnoreCase) || name.Equals("organizations", StringComparison.OrdinalIgnoreCase)
            ? tenants.Default
            : tenants.Find(name);
}
