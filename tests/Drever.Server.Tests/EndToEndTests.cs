using Drever.Engine;
using Drever.Schema;
using Drever.Testing;
using Drever.Wire;

namespace Drever.Server.Tests;

/// <summary>From the request to the real engine and back.</summary>
[Collection(EngineCollection.Name)]
public sealed class EndToEndTests(EngineFixture fixture)
{
    private const string Rows = "{\"Timestamp\":\"2020-08-30T06:38:35.7664356Z\",\"FileName\":\"conhost.exe\",\"InitiatingProcessFileName\":\"powershell.exe\"},{\"Timestamp\":\"2020-08-30T06:38:30.5163363Z\",\"FileName\":\"conhost.exe\",\"InitiatingProcessFileName\":\"powershell.exe\"}";

    private const string Query = "DeviceProcessEvents | where InitiatingProcessFileName =~ \"powershell.exe\" | project Timestamp, FileName, InitiatingProcessFileName | order by Timestamp desc | limit 2";

    [Theory]
    [InlineData(WireFamily.M365d)]
    [InlineData(WireFamily.Mde)]
    public async Task The_documented_hunt_of_the_Defender_families(WireFamily family)
    {
        await using var host = await StartAsync();
        var reply = await host.HuntAsync(family, Query);
        Assert.Equal(200, reply.Status);
        Assert.EndsWith(
            "\"dataset_statistics\":[{\"table_row_count\":2,\"table_size\":102}]},\"Schema\":[{\"Name\":\"Timestamp\",\"Type\":\"DateTime\"},{\"Name\":\"FileName\",\"Type\":\"String\"},{\"Name\":\"InitiatingProcessFileName\",\"Type\":\"String\"}],\"Results\":[" + Rows + "]}",
            reply.Body,
            StringComparison.Ordinal);
        var stats = reply.Json.GetProperty("Stats");
        Assert.True(stats.GetProperty("ExecutionTime").GetDouble() > 0);
        Assert.True(stats.GetProperty("resource_usage").GetProperty("memory").GetProperty("peak_per_node").GetInt64() > 0);
    }

    [Fact]
    public async Task The_documented_hunt_of_Graph()
    {
        await using var host = await StartAsync();
        Assert.Equal(
            "{\"@odata.context\":\"https://graph.microsoft.com/v1.0/$metadata#microsoft.graph.security.huntingQueryResults\",\"schema\":[{\"name\":\"Timestamp\",\"type\":\"DateTime\"},{\"name\":\"FileName\",\"type\":\"String\"},{\"name\":\"InitiatingProcessFileName\",\"type\":\"String\"}],\"results\":[" + Rows + "]}",
            (await host.HuntAsync(WireFamily.Graph, Query)).Body);
    }

    [Fact]
    public async Task The_documented_hunt_of_2018()
    {
        await using var host = await StartAsync();
        var reply = await host.HuntAsync(WireFamily.Mde, "ProcessCreationEvents | where InitiatingProcessFileName =~ \"powershell.exe\" | where ProcessCommandLine contains \"appdata\" | project EventTime, FileName, InitiatingProcessFileName | limit 2");
        Assert.EndsWith("\"Results\":[{\"EventTime\":\"2020-08-30T06:38:35.7664356\",\"FileName\":\"conhost.exe\",\"InitiatingProcessFileName\":\"powershell.exe\"}]}", reply.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("DeviceProcessEvents | where", "Fix syntax errors in your query.")]
    [InlineData(".show tables", "The incomplete fragment is unexpected.. Fix syntax errors in your query.")]
    [InlineData("NoSuchTable | where x == 1", "'where' operator: Failed to resolve table or column expression named 'NoSuchTable'. Fix semantic errors in your query.")]
    [InlineData("DeviceProcessEvents | project ProbeColumn", "'project' operator: Failed to resolve scalar expression named 'ProbeColumn'. Fix semantic errors in your query.")]
    [InlineData("print tolong()", "tolong(): function expects 1 argument(s).. Fix semantic errors in your query.")]
    public async Task Wrong_queries_have_the_recorded_texts(string query, string expected)
    {
        await using var host = await StartAsync();
        foreach (var family in Enum.GetValues<WireFamily>())
        {
            var reply = await host.HuntAsync(family, query);
            reply.IsErrorOf(family);
            Assert.Equal((400, "BadRequest"), (reply.Status, reply.Code));
            Assert.EndsWith(expected, reply.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Hostile_queries_are_never_a_500_and_change_nothing()
    {
        await using var host = await StartAsync();
        var surprises = new List<string>();
        foreach (var query in HostileQueries.All())
        {
            var reply = await host.HuntAsync(WireFamily.Graph, query);
            if (reply.Status is not (200 or 400))
                surprises.Add($"{reply.Status}: {query[..Math.Min(query.Length, 200)]}");
            if (reply.Status == 200)
                Assert.Equal(System.Text.Json.JsonValueKind.Array, reply.Json.GetProperty("results").ValueKind);
            else
                reply.IsErrorOf(WireFamily.Graph);
        }
        Assert.Empty(surprises);
        Assert.Equal(2, (await host.HuntAsync(WireFamily.Graph, "DeviceProcessEvents | project FileName")).Json.GetProperty("results").GetArrayLength());
    }

    private async Task<TestHost> StartAsync()
    {
        var name = "t" + Guid.NewGuid().ToString("N");
        var database = TenantDatabase.NameOf(name);
        await TenantDatabase.EnsureAsync(fixture.Engine, HuntingSchema.Load(), database, default);
        await fixture.Engine.ExecuteAsync(
            $"INSERT INTO {database}.DeviceProcessEvents (Timestamp, FileName, InitiatingProcessFileName, ProcessCommandLine) VALUES " +
            @"('2020-08-30 06:38:35.7664356', 'conhost.exe', 'powershell.exe', 'C:\\Users\\x\\AppData\\y'), ('2020-08-30 06:38:30.5163363', 'conhost.exe', 'powershell.exe', '')",
            default);
        var host = await TestHost.StartAsync(
            prepare: data => File.WriteAllText(Path.Combine(data, "tenants.json"), $$"""{"tenants":[{"id":"{{Guid.NewGuid()}}","name":"{{name}}"}]}"""),
            engine: fixture.Engine);
        host.Clock.Now = new DateTimeOffset(2020, 8, 31, 0, 0, 0, TimeSpan.Zero);
        return host;
    }
}
