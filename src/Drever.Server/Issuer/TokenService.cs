using System.Security.Cryptography;
using System.Text;
using Drever.Hunting;

namespace Drever.Server;

/// <summary>The client-credentials grant of the built-in issuer, v1 and v2.</summary>
internal sealed class TokenService(BuiltInIssuer issuer, TenantRegistry tenants, TokenOptions options)
{
    private const string DefaultScope = "/.default";

    public TokenReply Issue(TokenRequest request)
    {
        if (FindTenant(request.Tenant) is not { } tenant)
            return new EntraError(400, "invalid_request", 90002, $"Tenant '{Shown(request.Tenant)}' not found. Use a tenant's id or name.");
        if (string.IsNullOrEmpty(request.GrantType))
            return Missing("grant_type");
        if (request.GrantType != "client_credentials")
            return new EntraError(400, "unsupported_grant_type", 70003, $"The grant type '{Shown(request.GrantType)}' is not supported. Use 'client_credentials'.");
        if (string.IsNullOrEmpty(request.ClientId))
            return Missing("client_id");
        if (Client(request.ClientId, tenant) is not { } client)
            return new EntraError(400, "unauthorized_client", 700016, $"Application '{Shown(request.ClientId)}' was not found in tenant '{tenant.Name}'.");
        if (string.IsNullOrEmpty(request.ClientSecret))
            return new EntraError(401, "invalid_client", 7000218, "The request body must contain the parameter 'client_secret'.");
        if (!SecretsMatch(client.Secret, request.ClientSecret))
            return new EntraError(401, "invalid_client", 7000215, $"Invalid client secret provided for application '{client.AppId}'.");
        return Token(client, request);
    }

    private TokenReply Token(IssuerClient client, TokenRequest request)
    {
        if (Resource(request, out var mistake) is not { } resource)
            return mistake!;
        if (HuntingApis.Find(resource) is not { } api)
        {
            return new EntraError(400, request.Version == 1 ? "invalid_resource" : "invalid_scope", 500011,
                $"The resource '{Shown(resource)}' is not one of the hunting APIs. Use for example '{HuntingApis.M365d.Resource}'.");
        }
        var token = issuer.IssueAppToken(client, api, resource, options.Lifetime);
        return new TokenReply(new IssuedToken(token, resource, options.Lifetime, client, api), null);
    }

    private static string? Resource(TokenRequest request, out EntraError? mistake)
    {
        mistake = null;
        if (request.Version == 1)
        {
            mistake = string.IsNullOrEmpty(request.Resource) ? Missing("resource") : null;
            return mistake is null ? request.Resource : null;
        }
        if (string.IsNullOrEmpty(request.Scope))
        {
            mistake = Missing("scope");
            return null;
        }
        var scope = request.Scope.Trim();
        if (scope.EndsWith(DefaultScope, StringComparison.Ordinal) && !scope.Contains(' ', StringComparison.Ordinal))
            return scope[..^DefaultScope.Length];
        mistake = new EntraError(400, "invalid_scope", 1002012, $"The scope '{Shown(scope)}' is not valid here. Use one resource followed by '/.default'.");
        return null;
    }

    private Tenant? FindTenant(string name) =>
        name.Equals("common", StringComparison.OrdinalIgnoreCase) || name.Equals("organizations", StringComparison.OrdinalIgnoreCase)
            ? tenants.Default
            : tenants.Find(name);

    // a client of another tenant is as unknown as one that does not exist
    private IssuerClient? Client(string id, Tenant tenant) =>
        Guid.TryParse(id, out var app) && issuer.FindClient(app) is { } client && client.TenantId == tenant.Id ? client : null;

    private static bool SecretsMatch(string expected, string given) => CryptographicOperations.FixedTimeEquals(
        SHA256.HashData(Encoding.UTF8.GetBytes(expected)), SHA256.HashData(Encoding.UTF8.GetBytes(given)));

    private static EntraError Missing(string parameter) =>
        new(400, "invalid_request", 900144, $"The request body must contain the following parameter: '{parameter}'.");

    // what a caller sent comes back short
    private static string Shown(string text) => text.Length <= 100 ? text : text[..100] + "...";
}
