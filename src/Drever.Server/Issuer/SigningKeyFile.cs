using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Drever.Hunting;
using Microsoft.IdentityModel.Tokens;

namespace Drever.Server;

/// <summary>
/// The built-in issuer's key, <c>auth/signing.pem</c>: an RSA key with a certificate around it, because clients expect
/// <c>x5t</c> and <c>x5c</c>. Made at the first start.
/// </summary>
internal static class SigningKeyFile
{
    private const int KeyBits = 2048;

    public static X509Certificate2 Open(string authDirectory, TimeProvider time)
    {
        var path = Path.Combine(authDirectory, "signing.pem");
        var pem = Encoding.ASCII.GetString(OwnerFiles.ReadOrCreate(path, () => Make(time.GetUtcNow())));
        try
        {
            return X509Certificate2.CreateFromPem(pem, pem);
        }
        catch (CryptographicException mistake)
        {
            throw new SettingsException($"{path} is not a certificate with its key in PEM. Restore it, or move it away to get a new key: every token issued so far then ends.", mistake);
        }
    }

    /// <summary>How tokens and the key list name the key: its certificate's SHA-1 thumbprint, base64url.</summary>
    public static string KeyId(X509Certificate2 certificate) => Base64UrlEncoder.Encode(Convert.FromHexString(certificate.Thumbprint));

    private static byte[] Make(DateTimeOffset now)
    {
        using var key = RSA.Create(KeyBits);
        var request = new CertificateRequest("CN=Drever built-in issuer", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddYears(10));
        return Encoding.ASCII.GetBytes($"{certificate.ExportCertificatePem()}\n{key.ExportPkcs8PrivateKeyPem()}\n");
    }
}
