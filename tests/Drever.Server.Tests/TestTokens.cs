using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Drever.Wire;
using Microsoft.IdentityModel.Tokens;

namespace Drever.Server.Tests;

/// <summary>Tokens that are wrong in one point each, made by hand: header and payload are changed and signed again.</summary>
internal sealed class TestTokens(TestHost host)
{
    private static readonly RSA Stranger = RSA.Create(2048);

    public JsonObject Payload(WireFamily family) => Part(host.Token(family), 1);

    public JsonObject Header(WireFamily family) => Part(host.Token(family), 0);

    /// <summary>The family's good token with its payload changed, signed by the issuer itself.</summary>
    public string With(WireFamily family, Action<JsonObject> change)
    {
        var payload = Payload(family);
        change(payload);
        return Signed(Header(family), payload);
    }

    public string Signed(JsonNode header, JsonNode payload) => Sign(header, payload, bytes => Key().SignData(bytes, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));

    /// <summary>A payload as raw text, signed by the issuer itself.</summary>
    public string SignedText(WireFamily family, string payload)
    {
        var text = $"{Encode(Header(family))}.{Base64UrlEncoder.Encode(payload)}";
        using var key = Key();
        return $"{text}.{Base64UrlEncoder.Encode(key.SignData(Encoding.ASCII.GetBytes(text), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))}";
    }

    public string SignedByAStranger(WireFamily family) =>
        Sign(Header(family), Payload(family), bytes => Stranger.SignData(bytes, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));

    /// <summary>Signed with another RSA algorithm by the right key.</summary>
    public string SignedAs(WireFamily family, string algorithm, Func<RSA, byte[], byte[]> sign)
    {
        var header = Header(family);
        header["alg"] = algorithm;
        return Sign(header, Payload(family), bytes => sign(Key(), bytes));
    }

    /// <summary>The classic confusion: the public key as the secret of an HMAC.</summary>
    public string SignedWithThePublicKey(WireFamily family, byte[] secret)
    {
        var header = Header(family);
        header["alg"] = "HS256";
        return Sign(header, Payload(family), bytes => HMACSHA256.HashData(secret, bytes));
    }

    public string Unsigned(WireFamily family, string algorithm, bool keepSignature)
    {
        var header = Header(family);
        header["alg"] = algorithm;
        var signature = keepSignature ? host.Token(family).Split('.')[2] : "";
        return $"{Encode(header)}.{Encode(Payload(family))}.{signature}";
    }

    public static string Encode(JsonNode part) => Base64UrlEncoder.Encode(part.ToJsonString());

    public static JsonObject Part(string token, int index) =>
        JsonNode.Parse(Base64UrlEncoder.Decode(token.Split('.')[index]))!.AsObject();

    private static string Sign(JsonNode header, JsonNode payload, Func<byte[], byte[]> sign)
    {
        var text = $"{Encode(header)}.{Encode(payload)}";
        return $"{text}.{Base64UrlEncoder.Encode(sign(Encoding.ASCII.GetBytes(text)))}";
    }

    private RSA Key()
    {
        var key = RSA.Create();
        key.ImportFromPem(File.ReadAllText(Path.Combine(host.Data, "auth", "signing.pem")).Split("-----END CERTIFICATE-----")[1]);
        return key;
    }
}
