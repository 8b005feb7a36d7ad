using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace Drever.Cli.Tests;

/// <summary>A data directory with a few ingested events of yesterday, and a server process on it.</summary>
public sealed class ServedDirectory : IAsyncLifetime
{
    private Process? _server;
    private Task<string>? _log;

    public string Path { get; } = Directory.CreateTempSubdirectory("drever-cli-").FullName;

    public string Url { get; } = $"http://127.0.0.1:{FreePort().ToString(CultureInfo.InvariantCulture)}";

    public HttpClient Client { get; } = new() { Timeout = TimeSpan.FromMinutes(2) };

    /// <summary>The time of the newest event; the others are a minute apart.</summary>
    public DateTime Newest { get; } = TimeProvider.System.GetUtcNow().UtcDateTime.Date.AddDays(-1).AddHours(6).AddTicks(23_157_664_356);

    public async Task InitializeAsync()
    {
        var records = System.IO.Path.Combine(Path, "records.ndjson");
        await File.WriteAllTextAsync(records, SampleRecords.Of(Newest));
        var ingested = await DreverCommand.RunAsync("ingest", "--data", Data, records);
        Assert.True(ingested.ExitCode == 0, ingested.Error + ingested.Output);

        _server = DreverCommand.Start("serve", "--data", Data, "--urls", Url);
        _ = _server.StandardOutput.ReadToEndAsync();
        while (await _server.StandardError.ReadLineAsync() is { } line)
        {
            if (line.Contains("answers at", StringComparison.Ordinal))
                break;
        }

        Assert.False(_server.HasExited, "the server has ended");
        _log = _server.StandardError.ReadToEndAsync();
    }

    public string Data => System.IO.Path.Combine(Path, "data");

    public async Task DisposeAsync()
    {
        Client.Dispose();
        if (_server is not null)
        {
            _server.Kill(entireProcessTree: true);
            await _server.WaitForExitAsync();
            _server.Dispose();
        }

        Directory.Delete(Path, recursive: true);
    }

    public async Task<string> TokenAsync(string api)
    {
        var result = await DreverCommand.RunAsync("token", "--data", Data, "--api", api);
        Assert.True(result.ExitCode == 0, result.Error);
        return result.Output.TrimEnd().Split('\n')[^1];
    }

    public Task<(HttpStatusCode Status, string Body)> AskAsync(string path, string token, string kql) =>
        PostAsync(path, token, JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, string>(StringComparer.Ordinal) { ["Query"] = kql }));

    public async Task<(HttpStatusCode Status, string Body)> PostAsync(string path, string token, byte[] body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Url + path) { Content = new ByteArrayContent(body) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        try
        {
            using var response = await Client.SendAsync(request);
            return (response.StatusCode, Encoding.UTF8.GetString(await response.Content.ReadAsByteArrayAsync()));
        }
        catch (HttpRequestException broken)
        {
            return (default, $"{broken.Message} {broken.InnerException?.Message} {(_server!.HasExited ? $"The server has ended with {_server.ExitCode}: {await _log!}" : "")}");
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

[CollectionDefinition(Name)]
public sealed class ServedDirectoryCollection : ICollectionFixture<ServedDirectory>
{
    public const string Name = "served directory";
}
