namespace Drever.Server;

/// <summary>A part of the server that can say whether it is ready for hunts.</summary>
public interface IReadiness
{
    /// <summary>Short name for the report.</summary>
    string Name { get; }

    ValueTask<bool> IsReadyAsync(CancellationToken cancellationToken);
}

/// <summary><c>/health/live</c>: the process answers. <c>/health/ready</c>: it can hunt, and is not stopping.</summary>
internal static class HealthEndpoints
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/health/live", (HttpContext http) => JsonReply.SendAsync(http, 200, json =>
        {
            json.WriteStartObject();
            json.WriteString("status", "live");
            json.WriteEndObject();
        }));
        app.MapGet("/health/ready", ReadyAsync);
    }

    private static async Task ReadyAsync(HttpContext http, IEnumerable<IReadiness> parts, IHostApplicationLifetime lifetime)
    {
        var states = new List<(string Name, bool Ready)> { ("server", !lifetime.ApplicationStopping.IsCancellationRequested) };
        foreach (var part in parts)
            states.Add((part.Name, await part.IsReadyAsync(http.RequestAborted)));
        var ready = states.TrueForAll(s => s.Ready);
        await JsonReply.SendAsync(http, ready ? 200 : 503, json =>
        {
            json.WriteStartObject();
            json.WriteString("status", ready ? "ready" : "not ready");
            foreach (var (name, state) in states)
                json.WriteBoolean(name, state);
            json.WriteEndObject();
        });
    }
}
