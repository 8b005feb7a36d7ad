using System.Net;
using System.Net.Sockets;
using System.Text;
using Drever.Hunting;
using Drever.Kql.Symbols;
using Drever.Wire;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Drever.Server.Tests;

/// <summary>What only shows on a real socket.</summary>
public sealed class KestrelTests : IAsyncLifetime
{
    private readonly string _data = Directory.CreateTempSubdirectory("drever-tests-").FullName;
    private readonly FakeHunting _hunting = new();
    private WebApplication _app = null!;

    public async Task InitializeAsync()
    {
        _app = HuntingServer.Build(new HuntingServerOptions(_data) { Urls = ["http://127.0.0.1:0"] }, builder =>
        {
            builder.Logging.ClearProviders();
            builder.Services.AddSingleton<IHuntingService>(_hunting);
        });
        await _app.StartAsync();
    }

    public async Task DisposeAsync()
    {
        await _app.DisposeAsync();
        Directory.Delete(_data, recursive: true);
    }

    [Fact]
    public async Task A_hunt_of_many_rows_arrives_whole()
    {
        _hunting.Gives(new FakeAnswer(
            [new("N", KqlType.Long), new("S", KqlType.String)],
            [.. Enumerable.Range(0, 50_000).Select(i => new object?[] { (long)i, "some text of row " + i })]));
        using var response = await PostAsync(WireFamily.Graph, """{"query":"T"}""");
        var body = await Reply.OfAsync(response);
        Assert.Equal(200, body.Status);
        Assert.True(response.Headers.TransferEncodingChunked);
        Assert.False(response.Headers.Contains("Server"));
        var rows = body.Json.GetProperty("results");
        Assert.Equal(50_000, rows.GetArrayLength());
        Assert.Equal("some text of row 49999", rows[49_999].GetProperty("S").GetString());
    }

    [Fact]
    public async Task A_body_over_the_limit_is_413_in_JSON()
    {
        using var response = await PostAsync(WireFamily.M365d, $$"""{"Query":"{{new string('x', 3_000_000)}}"}""");
        var reply = await Reply.OfAsync(response);
        reply.IsErrorOf(WireFamily.M365d);
        Assert.Equal(413, reply.Status);
    }

    [Theory]
    [InlineData("POST /api/advancedhunting/run HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {token}\r\nContent-Length: 100\r\n\r\n{\"Query\":\"T\"", true)]
    [InlineData("POST /api/advancedhunting/run HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {token}\r\nTransfer-Encoding: chunked\r\n\r\nZZ\r\n{}", false)]
    [InlineData("GARBAGE\r\n\r\n", false)]
    [InlineData("POST /api/advancedhunting/run HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", false)]
    [InlineData("POST /%2e%2e/%00 HTTP/1.1\r\nHost: x\r\n\r\n", false)]
    public async Task Broken_requests_do_not_break_the_server(string request, bool cutShort)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(IPEndPoint.Parse(new Uri(_app.Urls.Single()).Authority));
        await socket.SendAsync(Encoding.ASCII.GetBytes(request.Replace("{token}", Token(WireFamily.M365d), StringComparison.Ordinal)));
        if (cutShort)
            socket.Shutdown(SocketShutdown.Send);
        var answer = await ReceiveAsync(socket);
        if (answer.Length > 0)
            Assert.StartsWith("HTTP/1.1 4", answer, StringComparison.Ordinal);
        Assert.Empty(_hunting.Requests);
        using var response = await PostAsync(WireFamily.M365d, """{"Query":"T"}""");
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    // empty when the server just hangs up, which it may
    private static async Task<string> ReceiveAsync(Socket socket)
    {
        var buffer = new byte[4096];
        try
        {
            return Encoding.ASCII.GetString(buffer, 0, await socket.ReceiveAsync(buffer));
        }
        catch (SocketException)
        {
            return "";
        }
    }

    private string Token(WireFamily family)
    {
        var tenants = _app.Services.GetRequiredService<TenantRegistry>();
        return _app.Services.GetRequiredService<BuiltInIssuer>().IssueAppToken(family, tenants.Default, TimeSpan.FromHours(1));
    }

    private async Task<HttpResponseMessage> PostAsync(WireFamily family, string body)
    {
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(new Uri(_app.Urls.Single()), TestHost.PathOf(family))) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + Token(family));
        return await client.SendAsync(request);
    }
}
