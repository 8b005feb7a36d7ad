using System.Text;
using Microsoft.AspNetCore.Http.Features;

namespace Drever.Server;

/// <summary>Reads a token request: form fields, or the client's credentials in a Basic header.</summary>
internal static class TokenForm
{
    private const int MaxBytes = 64 * 1024;

    private static readonly FormOptions Limits = new()
    {
        BufferBody = false,
        BufferBodyLengthLimit = MaxBytes,
        ValueCountLimit = 64,
        KeyLengthLimit = 256,
        ValueLengthLimit = 32 * 1024,
        MultipartBodyLengthLimit = MaxBytes,
        MemoryBufferThreshold = MaxBytes,
    };

    /// <summary>Null when the body is no form, or is too large.</summary>
    public static async Task<TokenRequest?> ReadAsync(HttpRequest request, string tenant, int version, CancellationToken cancellationToken)
    {
        if (request.ContentLength > MaxBytes || request.ContentType is null ||
            !request.ContentType.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase))
            return null;
        IFormCollection form;
        try
        {
            form = await new FormFeature(request, Limits).ReadFormAsync(cancellationToken);
        }
        catch (Exception bad) when (bad is InvalidDataException or BadHttpRequestException or DecoderFallbackException)
        {
            return null;
        }
        var basic = Basic(request.Headers.Authorization);
        return new TokenRequest(tenant, version)
        {
            GrantType = form["grant_type"],
            ClientId = basic?.Id ?? form["client_id"],
            ClientSecret = basic?.Secret ?? form["client_secret"],
            Resource = form["resource"],
            Scope = form["scope"],
        };
    }

    private static (string Id, string Secret)? Basic(string? header)
    {
        if (header is null || !header.StartsWith("Basic ", StringComparison.OrdinalIgnoreCase))
            return null;
        var bytes = new byte[header.Length];
        if (!Convert.TryFromBase64String(header[6..].Trim(), bytes, out var length))
            return null;
        var text = Encoding.UTF8.GetString(bytes, 0, length);
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        // RFC 6749 2.3.1: both halves are form-encoded
        return colon < 0 ? null : (Decode(text[..colon]), Decode(text[(colon + 1)..]));
    }

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
