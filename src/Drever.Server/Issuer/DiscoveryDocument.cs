using System.Text.Json;
using Microsoft.IdentityModel.Tokens;

namespace Drever.Server;

/// <summary>
/// The OpenID configuration of a tenant. Its issuer is on this server's own address, as clients check it; the tokens'
/// own <c>iss</c> is the public service's, which no client looks into.
/// </summary>
internal sealed record DiscoveryDocument(string BaseUrl, Guid TenantId, int Version)
{
    private string Path => $"{BaseUrl}/{TenantId}";

    private string Oauth => Version == 2 ? $"{Path}/oauth2/v2.0" : $"{Path}/oauth2";

    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("token_endpoint", $"{Oauth}/token");
        Array(json, "token_endpoint_auth_methods_supported", "client_secret_post", "client_secret_basic");
        json.WriteString("jwks_uri", Version == 2 ? $"{Path}/discovery/v2.0/keys" : $"{Path}/discovery/keys");
        Array(json, "response_modes_supported", "query", "fragment", "form_post");
        Array(json, "subject_types_supported", "pairwise");
        Array(json, "id_token_signing_alg_values_supported", "RS256");
        Array(json, "response_types_supported", "code", "id_token", "code id_token", "token");
        Array(json, "scopes_supported", "openid", "profile", "offline_access");
        json.WriteString("issuer", Version == 2 ? $"{Path}/v2.0" : $"{Path}/");
        json.WriteString("authorization_endpoint", $"{Oauth}/authorize");
        json.WriteString("device_authorization_endpoint", $"{Oauth}/devicecode");
        json.WriteString("end_session_endpoint", $"{Oauth}/logout");
        json.WriteString("tenant_region_scope", "EU");
        json.WriteString("cloud_instance_name", new Uri(BaseUrl).Authority);
        json.WriteString("cloud_graph_host_name", "graph.windows.net");
        json.WriteString("msgraph_host", "graph.microsoft.com");
        json.WriteEndObject();
    }

    private static void Array(Utf8JsonWriter json, string name, params ReadOnlySpan<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
            json.WriteStringValue(value);
        json.WriteEndArray();
    }
}

/// <summary>The key list: one RSA key with its certificate.</summary>
internal static class KeyList
{
    public static void Write(Utf8JsonWriter json, PublishedKey key, string issuer)
    {
        var numbers = key.Key.Rsa.ExportParameters(includePrivateParameters: false);
        json.WriteStartObject();
        json.WriteStartArray("keys");
        json.WriteStartObject();
        json.WriteString("kty", "RSA");
        json.WriteString("use", "sig");
        json.WriteString("kid", key.Id);
        json.WriteString("x5t", key.Id);
        json.WriteString("n", Base64UrlEncoder.Encode(numbers.Modulus));
        json.WriteString("e", Base64UrlEncoder.Encode(numbers.Exponent));
        json.WriteStartArray("x5c");
        json.WriteBase64StringValue(key.Certificate);
        json.WriteEndArray();
        json.WriteString("issuer", issuer);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }
}

/// <summary>Instance discovery: this server is a cloud of its own.</summary>
internal static class InstanceDocument
{
    public static void Write(Utf8JsonWriter json, string baseUrl, string? version)
    {
        var host = new Uri(baseUrl).Authority;
        json.WriteStartObject();
        json.WriteString("tenant_discovery_endpoint", $"{baseUrl}/common/v2.0/.well-known/openid-configuration");
        json.WriteString("api-version", version is "1.0" ? "1.0" : "1.1");
        json.WriteStartArray("metadata");
        json.WriteStartObject();
        json.WriteString("preferred_network", host);
        json.WriteString("preferred_cache", host);
        json.WriteStartArray("aliases");
        json.WriteStringValue(host);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
