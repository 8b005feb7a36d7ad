using System.Buffers;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Drever.Server;

/// <summary>What an application's token says.</summary>
/// <param name="Audience">As the resource was asked for.</param>
/// <param name="Lifetime">From now; like the public service's, a token also starts five minutes back.</param>
internal sealed record AppToken(IssuerClient Client, string Audience, ImmutableArray<string> Roles, TimeSpan Lifetime);

/// <summary>Writes application tokens in the v1 shape of the public service (contract section 5.3), signed RS256.</summary>
internal sealed class AppTokenWriter(SigningCredentials credentials, TokenOptions options, TimeProvider time)
{
    private static readonly TimeSpan Backdated = TimeSpan.FromMinutes(5);

    private readonly JsonWebTokenHandler _handler = new() { SetDefaultTimesOnTokenCreation = false };

    public string Write(AppToken token) => _handler.CreateToken(Payload(token), credentials);

    private string Payload(AppToken token)
    {
        var now = time.GetUtcNow();
        var client = token.Client;
        var tenant = client.TenantId.ToString("D");
        var principal = PrincipalId(client);
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("aud", token.Audience);
            json.WriteString("iss", options.BuiltInIssuers[0].Replace("{tid}", tenant, StringComparison.Ordinal));
            json.WriteNumber("iat", (now - Backdated).ToUnixTimeSeconds());
            json.WriteNumber("nbf", (now - Backdated).ToUnixTimeSeconds());
            json.WriteNumber("exp", (now + token.Lifetime).ToUnixTimeSeconds());
            json.WriteString("aio", Opaque(30));
            json.WriteString("app_displayname", client.Name);
            json.WriteString("appid", client.AppId);
            json.WriteString("appidacr", "1");
            json.WriteString("idp", $"https://sts.windows.net/{tenant}/");
            json.WriteString("oid", principal);
            json.WriteString("rh", Opaque(24));
            json.WriteStartArray("roles");
            foreach (var role in token.Roles)
                json.WriteStringValue(role);
            json.WriteEndArray();
            json.WriteString("sub", principal);
            json.WriteString("tenant_region_scope", "EU");
            json.WriteString("tid", tenant);
            json.WriteString("uti", Opaque(16));
            json.WriteString("ver", "1.0");
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    // the application's own object in the tenant: always the same for the same pair
    private static Guid PrincipalId(IssuerClient client) =>
        new(SHA256.HashData([.. client.TenantId.ToByteArray(), .. client.AppId.ToByteArray()]).AsSpan(0, 16));

    private static string Opaque(int bytes) => Base64UrlEncoder.Encode(RandomNumberGenerator.GetBytes(bytes));
}
