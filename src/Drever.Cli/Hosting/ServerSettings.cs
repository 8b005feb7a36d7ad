using System.Text.Json;
using System.Text.Json.Serialization;
using Drever.Cli.Commands;
using Drever.Server;

namespace Drever.Cli.Hosting;

/// <summary>The settings file of <c>serve --config</c>; what the command line says goes first. Described in docs/operations.md.</summary>
internal sealed record ServerSettings
{
    public string[]? Urls { get; init; }

    /// <summary>The address clients know the server by.</summary>
    public Uri? PublicUrl { get; init; }

    public bool JsonLogs { get; init; }

    /// <summary>How long running hunts may go on after a stop, in seconds.</summary>
    public int? ShutdownGraceSeconds { get; init; }

    public static HuntingServerOptions Read(string dataDirectory, string[] urls, string? configFile)
    {
        var settings = configFile is null ? new ServerSettings() : ReadFile(configFile);
        var options = new HuntingServerOptions(Path.GetFullPath(dataDirectory))
        {
            Urls = [.. urls is { Length: > 0 } ? urls.SelectMany(u => u.Split(';', StringSplitOptions.RemoveEmptyEntries)) : settings.Urls ?? [ServeCommand.DefaultUrl]],
            PublicUrl = settings.PublicUrl,
            JsonLogs = settings.JsonLogs,
        };
        foreach (var url in options.Urls)
        {
            if (!Uri.TryCreate(url.Replace("//*", "//any", StringComparison.Ordinal).Replace("//+", "//any", StringComparison.Ordinal), UriKind.Absolute, out var parsed) || parsed.Scheme is not ("http" or "https"))
                throw new UserErrorException($"'{url}' is no address to listen on; say for example http://127.0.0.1:5080.", ExitCode.Misuse);
        }

        return settings.ShutdownGraceSeconds is { } seconds ? options with { ShutdownGrace = TimeSpan.FromSeconds(seconds) } : options;
    }

    private static ServerSettings ReadFile(string path)
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllBytes(path), ServerSettingsJson.Default.ServerSettings) ?? new ServerSettings();
        }
        catch (JsonException mistake)
        {
            throw new UserErrorException($"{path} is not valid: {mistake.Message}", ExitCode.Misuse);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UserErrorException($"The settings can't be read: {e.Message}", ExitCode.Misuse);
        }
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, ReadCommentHandling = JsonCommentHandling.Skip)]
[JsonSerializable(typeof(ServerSettings))]
internal sealed partial class ServerSettingsJson : JsonSerializerContext;
