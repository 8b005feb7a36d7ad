using System.Net.Http.Headers;
using System.Text.Json;
using Drever.Wire;

namespace Drever.Server.Tests;

/// <summary>An answer, read.</summary>
internal sealed record Reply(int Status, string Body, HttpResponseHeaders Headers, HttpContentHeaders ContentHeaders)
{
    public static async Task<Reply> OfAsync(HttpResponseMessage response) =>
        new((int)response.StatusCode, await response.Content.ReadAsStringAsync(), response.Headers, response.Content.Headers);

    public JsonElement Json => JsonDocument.Parse(Body).RootElement;

    public string Code => Json.GetProperty("error").GetProperty("code").GetString()!;

    public string Message => Json.GetProperty("error").GetProperty("message").GetString()!;

    public string Header(string name) => string.Join(", ", Headers.GetValues(name));

    /// <summary>Fails unless this is an error with exactly the keys of its family.</summary>
    public void IsErrorOf(WireFamily family)
    {
        Assert.InRange(Status, 400, 599);
        Assert.Equal("application/json", ContentHeaders.ContentType!.MediaType);
        var error = Assert.Single(Json.EnumerateObject()).Value;
        var keys = error.EnumerateObject().Select(p => p.Name).ToArray();
        if (family != WireFamily.Graph)
        {
            Assert.Equal(["code", "message", "target"], keys);
            Assert.Matches(@"^\|[0-9a-f]{8}-[0-9a-f]{16}\.$", error.GetProperty("target").GetString());
            return;
        }
        Assert.Equal(["code", "message", "innerError"], keys);
        var inner = error.GetProperty("innerError");
        Assert.Equal(["date", "request-id", "client-request-id"], inner.EnumerateObject().Select(p => p.Name));
        Assert.Equal(Header("request-id"), inner.GetProperty("request-id").GetString());
        Assert.Equal(Header("client-request-id"), inner.GetProperty("client-request-id").GetString());
    }
}
