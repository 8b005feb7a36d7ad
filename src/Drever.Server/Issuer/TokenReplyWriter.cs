using System.Globalization;
using System.Text.Json;

namespace Drever.Server;

/// <summary>Writes the token endpoints' bodies: v1 has every value as text, v2 has numbers.</summary>
internal static class TokenReplyWriter
{
    public static void Write(Utf8JsonWriter json, IssuedToken token, int version, DateTimeOffset now)
    {
        // the public service says a second less than it means
        var seconds = (long)token.Lifetime.TotalSeconds - 1;
        json.WriteStartObject();
        json.WriteString("token_type", "Bearer");
        if (version == 1)
        {
            json.WriteString("expires_in", Text(seconds));
            json.WriteString("ext_expires_in", Text(seconds));
            json.WriteString("expires_on", Text((now + token.Lifetime).ToUnixTimeSeconds()));
            json.WriteString("not_before", Text(now.AddMinutes(-5).ToUnixTimeSeconds()));
            json.WriteString("resource", token.Resource);
        }
        else
        {
            json.WriteNumber("expires_in", seconds);
            json.WriteNumber("ext_expires_in", seconds);
        }
        json.WriteString("access_token", token.AccessToken);
        json.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter json, EntraError error, Guid traceId, string correlationId, DateTimeOffset now)
    {
        var stamp = now.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        json.WriteStartObject();
        json.WriteString("error", error.Error);
        json.WriteString("error_description", $"AADSTS{error.Code}: {error.Description} Trace ID: {traceId} Correlation ID: {correlationId} Timestamp: {stamp}");
        json.WriteStartArray("error_codes");
        json.WriteNumberValue(error.Code);
        json.WriteEndArray();
        json.WriteString("timestamp", stamp);
        json.WriteString("trace_id", traceId);
        json.WriteString("correlation_id", correlationId);
        json.WriteString("error_uri", $"https://login.microsoftonline.com/error?code={error.Code}");
        json.WriteEndObject();
    }

    private static string Text(long value) => value.ToString(CultureInfo.InvariantCulture);
}
