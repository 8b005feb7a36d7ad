using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Drever.Hunting;
using Microsoft.IdentityModel.Tokens;

namespace Drever.Server;

/// <summary>
/// <c>auth/clients.json</c>: the applications of the built-in issuer. Made at the first start with one application of
/// the default tenant, which has all three roles.
/// </summary>
internal sealed record ClientsFile(IReadOnlyList<ClientEntry>? Clients)
{
    private const int SecretBytes = 32;

    public static IReadOnlyList<IssuerClient> Open(string authDirectory, TenantRegistry tenants)
    {
        var path = Path.Combine(authDirectory, "clients.json");
        var json = OwnerFiles.ReadOrCreate(path, () => WithDefault(tenants.Default));
        var clients = new List<IssuerClient>();
        foreach (var entry in Parse(path, json).Clients ?? [])
            clients.Add(Client(path, entry, tenants));
        if (clients.Count == 0)
            throw Wrong(path, "it has no client");
        if (clients.DistinctBy(c => c.AppId).Count() < clients.Count)
            throw Wrong(path, "two clients have the same appId");
        return clients;
    }

    private static byte[] WithDefault(Tenant tenant)
    {
        var secret = Base64UrlEncoder.Encode(RandomNumberGenerator.GetBytes(SecretBytes));
        var entry = new ClientEntry(Guid.NewGuid(), "Default application", tenant.Id, secret, [.. HuntingApis.All.Select(a => a.Role)]);
        return JsonSerializer.SerializeToUtf8Bytes(new ClientsFile([entry]), ClientsFileJson.Default.ClientsFile);
    }

    private static ClientsFile Parse(string path, byte[] json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, ClientsFileJson.Default.ClientsFile) ?? throw Wrong(path, "it is empty");
        }
        catch (JsonException mistake)
        {
            // the parser's text may quote a secret
            throw Wrong(path, $"line {mistake.LineNumber + 1} is not what it should be");
        }
    }

    private static IssuerClient Client(string path, ClientEntry entry, TenantRegistry tenants)
    {
        if (entry.AppId == Guid.Empty)
            throw Wrong(path, "a client has no appId");
        if (tenants.Find(entry.TenantId) is null)
            throw Wrong(path, $"client {entry.AppId} belongs to tenant {entry.TenantId}, which is not in tenants.json");
        if (entry.Secret is not { Length: >= 16 } secret)
            throw Wrong(path, $"the secret of client {entry.AppId} is shorter than 16 characters");
        return new IssuerClient(entry.AppId, entry.Name ?? entry.AppId.ToString("D"), entry.TenantId, secret, [.. entry.Roles ?? []]);
    }

    private static SettingsException Wrong(string path, string what) => new($"{path} can't be used: {what}.");
}

internal sealed record ClientEntry(Guid AppId, string? Name, Guid TenantId, string? Secret, IReadOnlyList<string>? Roles);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(ClientsFile))]
internal sealed partial class ClientsFileJson : JsonSerializerContext;
