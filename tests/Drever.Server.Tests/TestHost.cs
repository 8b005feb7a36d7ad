using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Drever.Engine;
using Drever.Hunting;
using Drever.Wire;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Drever.Server.Tests;

/// <summary>A server over a fresh data directory, with a fake clock and fake hunting.</summary>
internal sealed class TestHost : IAsyncDisposable
{
    public static readonly DateTimeOffset Start = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);

    // making a key takes a while, and no test needs one of its own
    private static readonly Lazy<byte[]> SigningKey = new(MakeSigningKey);

    private readonly WebApplication _app;

    private TestHost(string data, WebApplication app, TestClock clock, FakeHunting hunting, TestLog log)
    {
        (Data, _app, Clock, Hunting, Log) = (data, app, clock, hunting, log);
        Client = app.GetTestClient();
        Issuer = app.Services.GetRequiredService<BuiltInIssuer>();
        Tenants = app.Services.GetRequiredService<TenantRegistry>();
    }

    public string Data { get; }

    public HttpClient Client { get; }

    public TestClock Clock { get; }

    public FakeHunting Hunting { get; }

    public TestLog Log { get; }

    public BuiltInIssuer Issuer { get; }

    public TenantRegistry Tenants { get; }

    public IServiceProvider Services => _app.Services;

    public static async Task<TestHost> StartAsync(Func<HuntingServerOptions, HuntingServerOptions>? with = null, Action<string>? prepare = null, IHuntingEngine? engine = null)
    {
        var data = Path.Combine(Path.GetTempPath(), "drever-tests-" + Guid.NewGuid().ToString("N"));
        OwnerFiles.ReadOrCreate(Path.Combine(data, "auth", "signing.pem"), () => SigningKey.Value);
        prepare?.Invoke(data);
        var (clock, hunting, log) = (new TestClock(Start), new FakeHunting(), new TestLog());
        var options = new HuntingServerOptions(data) { ShutdownGrace = TimeSpan.FromMilliseconds(100) };
        var app = HuntingServer.Build(with?.Invoke(options) ?? options, builder =>
        {
            builder.WebHost.UseTestServer();
            builder.Logging.ClearProviders();
            builder.Logging.AddProvider(log);
            builder.Services.AddSingleton<TimeProvider>(clock);
            if (engine is null)
                builder.Services.AddSingleton<IHuntingService>(hunting);
            else
                builder.Services.AddHunting(engine, new HuntingServiceOptions());
        });
        await app.StartAsync();
        return new TestHost(data, app, clock, hunting, log);
    }

    public string Token(WireFamily family) => Issuer.IssueAppToken(family, Tenants.Default, TimeSpan.FromHours(1));

    public static string PathOf(WireFamily family) => family switch
    {
        WireFamily.Mde => "/api/advancedqueries/run",
        WireFamily.M365d => "/api/advancedhunting/run",
        _ => "/v1.0/security/runHuntingQuery",
    };

    /// <summary>Posts a query as the family's client would.</summary>
    public Task<Reply> HuntAsync(WireFamily family, string query = "T") =>
        PostAsync(PathOf(family), JsonSerializer.Serialize(new { Query = query }), Token(family));

    public Task<Reply> PostAsync(string path, string body, string? token, Action<HttpRequestMessage>? with = null) =>
        SendAsync(HttpMethod.Post, path, Encoding.UTF8.GetBytes(body), token, with);

    public async Task<Reply> SendAsync(HttpMethod method, string path, byte[]? body, string? token, Action<HttpRequestMessage>? with = null)
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null)
        {
            request.Content = new ByteArrayContent(body);
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        }
        if (token is not null)
            request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + token);
        with?.Invoke(request);
        using var response = await Client.SendAsync(request);
        return await Reply.OfAsync(response);
    }

    public Task StopAsync() => _app.StopAsync();

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
        Directory.Delete(Data, recursive: true);
    }

    private static byte[] MakeSigningKey()
    {
        var data = Path.Combine(Path.GetTempPath(), "drever-tests-" + Guid.NewGuid().ToString("N"));
        try
        {
            BuiltInIssuer.Open(data, TenantRegistry.Open(data), new TokenOptions(), new TestClock(Start)).Dispose();
            return File.ReadAllBytes(Path.Combine(data, "auth", "signing.pem"));
        }
        finally
        {
            Directory.Delete(data, recursive: true);
        }
    }
}
