using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using CsvHelper;
using Spectre.Console;

namespace Drever.Cli.Hosting;

/// <summary>
/// Asks a server over one of the three APIs. The token is <c>$DREVER_TOKEN</c>, else one made from the data directory, as <c>drever token</c> does.
/// </summary>
internal sealed class RemoteQuery(Terminal terminal, string url, string api, string dataDirectory, string tenant)
{
    public async Task<int> RunAsync(string kql, string? timespan, string format, CancellationToken cancel)
    {
        if (timespan is not null && api != "graph")
            throw new UserErrorException("Only the Graph API takes a time window: call it with --api graph.", ExitCode.Misuse);

        using var document = await AskAsync(kql, timespan, cancel);
        var root = document.RootElement;
        var names = Property(root, "schema").EnumerateArray().Select(c => Property(c, "name").GetString()!).ToArray();
        var rows = Property(root, "results").EnumerateArray().ToArray();
        Write(names, rows, format);
        return Drever.Cli.ExitCode.Ok;
    }

    private async Task<JsonDocument> AskAsync(string kql, string? timespan, CancellationToken cancel)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address))
            throw new UserErrorException($"'{url}' is no address; say for example http://127.0.0.1:5080.", ExitCode.Misuse);
        var token = Environment.GetEnvironmentVariable("DREVER_TOKEN") is { Length: > 0 } given
            ? given
            : Tokens.Issue(dataDirectory, api, tenant);

        using var client = new HttpClient { Timeout = Timeout.InfiniteTimeSpan };
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(address, PathOf(api)));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        request.Content = new StringContent(Body(kql, timespan), Encoding.UTF8, "application/json");
        if (api == "graph")
            request.Headers.TryAddWithoutValidation("Accept", "application/json;odata.metadata=none");
        try
        {
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancel);
            await using var body = await response.Content.ReadAsStreamAsync(cancel);
            var document = await JsonDocument.ParseAsync(body, cancellationToken: cancel);
            if (response.IsSuccessStatusCode)
                return document;
            using (document)
                throw new UserErrorException($"The server answered {(int)response.StatusCode}: {MessageOf(document.RootElement)}");
        }
        catch (HttpRequestException e)
        {
            throw new UserErrorException($"No answer from {address}: {e.Message}");
        }
        catch (JsonException)
        {
            throw new UserErrorException($"{address} answered with something that is no JSON. Is it a Drever server?");
        }
    }

    private static string PathOf(string api) => api switch
    {
        "mde" => "/api/advancedqueries/run",
        "graph" => "/v1.0/security/runHuntingQuery",
        _ => "/api/advancedhunting/run",
    };

    private static string Body(string kql, string? timespan) => timespan is null
        ? JsonSerializer.Serialize(new Dictionary<string, string>(StringComparer.Ordinal) { ["Query"] = kql })
        : JsonSerializer.Serialize(new Dictionary<string, string>(StringComparer.Ordinal) { ["Query"] = kql, ["Timespan"] = timespan });

    private static string MessageOf(JsonElement root) =>
        root.ValueKind == JsonValueKind.Object && root.TryGetProperty("error", out var error) && error.TryGetProperty("message", out var message)
            ? message.GetString() ?? ""
            : root.ToString();

    /// <summary>The Defender families write property names in another letter case than Graph.</summary>
    private static JsonElement Property(JsonElement element, string name) =>
        element.EnumerateObject().FirstOrDefault(p => p.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;

    private void Write(string[] names, JsonElement[] rows, string format)
    {
        switch (format)
        {
            case "json":
                terminal.Line("[" + string.Join(",", rows.Select(r => "\n" + r.GetRawText())) + (rows.Length > 0 ? "\n]" : "]"));
                break;
            case "ndjson":
                foreach (var row in rows)
                    terminal.Line(row.GetRawText());
                break;
            case "csv":
                WriteCsv(names, rows);
                break;
            default:
                WriteTable(names, rows);
                break;
        }
    }

    private void WriteCsv(string[] names, JsonElement[] rows)
    {
        using var csv = CsvWriter.Create(terminal.Output, new CsvWriterOptions(), leaveOpen: true);
        foreach (var name in names)
            csv.WriteField(name);
        csv.EndRecord();
        foreach (var row in rows)
        {
            foreach (var name in names)
                csv.WriteField(Cell(row, name));
            csv.EndRecord();
        }
    }

    private void WriteTable(string[] names, JsonElement[] rows)
    {
        var table = new Table { Border = TableBorder.Rounded };
        foreach (var name in names)
            table.AddColumn(new TableColumn(new Text(name)));
        foreach (var row in rows)
            table.AddRow(names.Select(n => new Text(Cell(row, n))));
        terminal.Tables.Write(table);
        terminal.Line($"{rows.Length} rows");
    }

    private static string Cell(JsonElement row, string name) => !row.TryGetProperty(name, out var value) ? "" : value.ValueKind switch
    {
        JsonValueKind.Null => "",
        JsonValueKind.String => value.GetString()!,
        _ => value.GetRawText(),
    };
}
