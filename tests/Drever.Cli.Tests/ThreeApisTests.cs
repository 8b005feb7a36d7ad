using System.Globalization;
using System.Net;
using System.Text.Json;

namespace Drever.Cli.Tests;

/// <summary>The documentation's queries through the three APIs of a running server, on records that were ingested.</summary>
[Collection(ServedDirectoryCollection.Name)]
public class ThreeApisTests(ServedDirectory served)
{
    private const string Newest =
        """DeviceProcessEvents | where InitiatingProcessFileName =~ "powershell.exe" | project Timestamp, FileName, InitiatingProcessFileName | order by Timestamp desc | limit 2""";

    private string Time(int minutesBack) => served.Newest.AddMinutes(-minutesBack).ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture);

    private string Rows => $$"""[{"Timestamp":"{{Time(0)}}Z","FileName":"conhost.exe","InitiatingProcessFileName":"PowerShell.exe"},{"Timestamp":"{{Time(1)}}Z","FileName":"whoami.exe","InitiatingProcessFileName":"powershell.exe"}]""";

    [Theory]
    [InlineData("/api/advancedhunting/run", "m365d")]
    [InlineData("/api/advancedqueries/run", "mde")]
    public async Task The_Defender_families_answer_with_stats_schema_and_results(string path, string api)
    {
        var (status, body) = await served.AskAsync(path, await served.TokenAsync(api), Newest);

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.EndsWith(
            "\"Schema\":[{\"Name\":\"Timestamp\",\"Type\":\"DateTime\"},{\"Name\":\"FileName\",\"Type\":\"String\"},{\"Name\":\"InitiatingProcessFileName\",\"Type\":\"String\"}],\"Results\":" + Rows + "}",
            body, StringComparison.Ordinal);
        using var document = JsonDocument.Parse(body);
        Assert.Equal(["Stats", "Schema", "Results"], document.RootElement.EnumerateObject().Select(p => p.Name));
        Assert.Equal(2, document.RootElement.GetProperty("Stats").GetProperty("dataset_statistics")[0].GetProperty("table_row_count").GetInt64());
        Assert.True(document.RootElement.GetProperty("Stats").GetProperty("ExecutionTime").GetDouble() > 0);
    }

    [Theory]
    [InlineData("/v1.0/security/runHuntingQuery", "v1.0")]
    [InlineData("/beta/security/microsoft.graph.security.runHuntingQuery", "beta")]
    public async Task Graph_answers_with_its_context(string path, string version)
    {
        var (status, body) = await served.AskAsync(path, await served.TokenAsync("graph"), Newest);

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(
            "{\"@odata.context\":\"https://graph.microsoft.com/" + version + "/$metadata#microsoft.graph.security.huntingQueryResults\","
            + "\"schema\":[{\"name\":\"Timestamp\",\"type\":\"DateTime\"},{\"name\":\"FileName\",\"type\":\"String\"},{\"name\":\"InitiatingProcessFileName\",\"type\":\"String\"}],\"results\":" + Rows + "}",
            body);
    }

    [Fact]
    public async Task A_query_of_2018_answers_without_zone()
    {
        const string kql =
            """ProcessCreationEvents | where InitiatingProcessFileName =~ "powershell.exe" | where ProcessCommandLine contains "appdata" | project EventTime, FileName, InitiatingProcessFileName | limit 2""";
        var (status, body) = await served.AskAsync("/api/advancedqueries/run", await served.TokenAsync("mde"), kql);

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.EndsWith("\"Results\":[{\"EventTime\":\"" + Time(1) + "\",\"FileName\":\"whoami.exe\",\"InitiatingProcessFileName\":\"powershell.exe\"}]}", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_of_one_API_is_refused_by_another()
    {
        var (status, body) = await served.AskAsync("/v1.0/security/runHuntingQuery", await served.TokenAsync("m365d"), Newest);

        Assert.Equal(HttpStatusCode.Unauthorized, status);
        Assert.Contains("\"error\"", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_column_is_a_400_with_the_recorded_text()
    {
        var (status, body) = await served.AskAsync("/api/advancedhunting/run", await served.TokenAsync("m365d"), "DeviceProcessEvents | project X");

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains("'project' operator: Failed to resolve scalar expression named 'X'. Fix semantic errors in your query.", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_directory_that_is_served_is_not_opened_twice()
    {
        var result = await DreverCommand.RunAsync("query", "--data", served.Data, "print 1");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("--url", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("m365d")]
    [InlineData("mde")]
    [InlineData("graph")]
    public async Task The_command_line_asks_a_server(string api)
    {
        var result = await DreverCommand.RunAsync(
            "query", "--url", served.Url, "--data", served.Data, "--api", api, "--format", "csv", "DeviceProcessEvents | project FileName, ProcessId | sort by FileName asc | take 1");

        Assert.Equal((0, "FileName,ProcessId\r\nconhost.exe,4711"), (result.ExitCode, result.Output.TrimEnd().ReplaceLineEndings("\r\n")));
    }
}
