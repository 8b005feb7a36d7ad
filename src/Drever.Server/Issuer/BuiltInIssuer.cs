using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Security.Cryptography.X509Certificates;
using Drever.Hunting;
using Drever.Wire;
using Microsoft.IdentityModel.Tokens;

namespace Drever.Server;

/// <summary>
/// Issues tokens for those without an identity provider of their own. Its key and its clients live in the data
/// directory's <c>auth/</c>, which only the owner can read; it works with or without a running server.
/// </summary>
public sealed class BuiltInIssuer : ITrustedIssuers, IDisposable
{
    private readonly X509Certificate2 _certificate;
    private readonly FrozenDictionary<string, TrustedIssuer> _issuers;
    private readonly FrozenDictionary<Guid, IssuerClient> _clients;
    private readonly AppTokenWriter _writer;

    private BuiltInIssuer(X509Certificate2 certificate, IReadOnlyList<IssuerClient> clients, TenantRegistry tenants, TokenOptions options, TimeProvider time)
    {
        _certificate = certificate;
        var keyId = SigningKeyFile.KeyId(certificate);
        var key = new X509SecurityKey(certificate, keyId);
        Credentials = new SigningCredentials(key, SecurityAlgorithms.RsaSha256);
        var publicKey = new RsaSecurityKey(certificate.GetRSAPublicKey()) { KeyId = keyId };
        Key = new PublishedKey(keyId, publicKey, certificate.RawData);
        _issuers = Trusted(tenants, options, publicKey);
        _clients = clients.ToFrozenDictionary(c => c.AppId);
        DefaultClient = clients[0];
        _writer = new AppTokenWriter(Credentials, options, time);
    }

    /// <summary>The application that commands and samples use.</summary>
    public IssuerClient DefaultClient { get; }

    internal PublishedKey Key { get; }

    internal SigningCredentials Credentials { get; }

    /// <summary>
    /// Opens the issuer of a data directory; what isn't there is made. Throws <see cref="SettingsException"/> when a file
    /// can't be used.
    /// </summary>
    public static BuiltInIssuer Open(string dataDirectory, TenantRegistry tenants, TokenOptions options, TimeProvider time)
    {
        var auth = Path.Combine(dataDirectory, "auth");
        OwnerFiles.CreateDirectory(auth);
        return new BuiltInIssuer(SigningKeyFile.Open(auth, time), ClientsFile.Open(auth, tenants), tenants, options, time);
    }

    /// <summary>A token for one API and tenant, as the default application would get it, with that API's role alone.</summary>
    public string IssueAppToken(WireFamily family, Tenant tenant, TimeSpan lifetime)
    {
        var api = HuntingApis.Of(family);
        return _writer.Write(new AppToken(DefaultClient with { TenantId = tenant.Id }, api.Resource, [api.Role], lifetime));
    }

    public ValueTask<TrustedIssuer?> FindAsync(string issuer, CancellationToken cancellationToken) =>
        ValueTask.FromResult(_issuers.GetValueOrDefault(issuer));

    public void Dispose() => _certificate.Dispose();

    /// <summary>A token for a client that has shown its secret: every role it has on that API.</summary>
    internal string IssueAppToken(IssuerClient client, HuntingApi api, string resource, TimeSpan lifetime) =>
        _writer.Write(new AppToken(client, resource, client.Roles.RemoveAll(r => r != api.Role), lifetime));

    internal IssuerClient? FindClient(Guid appId) => _clients.GetValueOrDefault(appId);

    private static FrozenDictionary<string, TrustedIssuer> Trusted(TenantRegistry tenants, TokenOptions options, SecurityKey key)
    {
        var issuers = from tenant in tenants.All
                      from template in options.BuiltInIssuers
                      let name = template.Replace("{tid}", tenant.Id.ToString("D"), StringComparison.Ordinal)
                      select new TrustedIssuer(name, tenant.Id, ImmutableArray.Create(key));
        return issuers.ToFrozenDictionary(i => i.Name, StringComparer.Ordinal);
    }
}

/// <summary>The public half of the signing key.</summary>
internal sealed record PublishedKey(string Id, RsaSecurityKey Key, byte[] Certificate);
