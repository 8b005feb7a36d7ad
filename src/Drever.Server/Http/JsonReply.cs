using System.Text.Encodings.Web;
using System.Text.Json;

namespace Drever.Server;

/// <summary>Sends a small JSON body.</summary>
internal static class JsonReply
{
    // bodies are application/json, never HTML
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static async Task SendAsync(HttpContext http, int status, Action<Utf8JsonWriter> write)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "application/json; charset=utf-8";
        await using (var json = new Utf8JsonWriter(http.Response.BodyWriter, Options))
            write(json);
        await http.Response.BodyWriter.FlushAsync(http.RequestAborted);
    }
}
