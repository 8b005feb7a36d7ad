using System.IO.Compression;
using System.Text;
using Drever.Hunting;
using Drever.Kql.Symbols;
using Drever.Wire;

namespace Drever.Server.Tests;

/// <summary>Hunts over HTTP, from the request to the body.</summary>
public class HuntTests
{
    private static readonly DateTime Stamp = new DateTime(2020, 8, 30, 6, 38, 35, DateTimeKind.Utc).AddTicks(7664356);

    private static FakeAnswer Documented() => new(
        [new("Timestamp", KqlType.DateTime), new("FileName", KqlType.String), new("IsX", KqlType.Bool)],
        [[Stamp, "conhost.exe", true]])
    {
        Stats = new HuntingStats(TimeSpan.FromTicks(937_517), TimeSpan.FromMilliseconds(15.625), TimeSpan.Zero, 1234, 10, 20),
    };

    [Theory]
    [InlineData("/api/advancedhunting/run", WireFamily.M365d)]
    [InlineData("/api/advancedhunting/run/", WireFamily.M365d)]
    [InlineData("/API/AdvancedHunting/RUN", WireFamily.M365d)]
    [InlineData("/api/advancedqueries/run", WireFamily.Mde)]
    [InlineData("/api/AdvancedQueries/run/", WireFamily.Mde)]
    [InlineData("/v1.0/security/runHuntingQuery", WireFamily.Graph)]
    [InlineData("/beta/security/runHuntingQuery/", WireFamily.Graph)]
    [InlineData("/V1.0/Security/RUNHUNTINGQUERY", WireFamily.Graph)]
    [InlineData("/v1.0/security/microsoft.graph.security.runHuntingQuery", WireFamily.Graph)]
    [InlineData("/beta/security/microsoft.graph.security.runHuntingQuery", WireFamily.Graph)]
    public async Task Every_spelling_of_a_path_hunts(string path, WireFamily family)
    {
        await using var host = await TestHost.StartAsync();
        var reply = await host.PostAsync(path, """{"Query":"print 1"}""", host.Token(family));
        Assert.Equal(200, reply.Status);
        var request = Assert.Single(host.Hunting.Requests);
        Assert.Equal("print 1", request.Query);
        Assert.Equal(family.ToString(), request.Family.ToString());
        Assert.Equal(host.Tenants.Default.Id, request.Caller.TenantId);
        Assert.Equal(host.Issuer.DefaultClient.AppId.ToString(), request.Caller.AppId);
        Assert.Null(request.Window);
    }

    [Theory]
    [InlineData(WireFamily.M365d, "application/json; charset=utf-8", """{"Stats":{"ExecutionTime":0.0937517,"resource_usage":{"cache":{"memory":{"hits":0,"misses":0,"total":0},"disk":{"hits":0,"misses":0,"total":0}},"cpu":{"user":"00:00:00.0156250","kernel":"00:00:00","total cpu":"00:00:00.0156250"},"memory":{"peak_per_node":1234}},"dataset_statistics":[{"table_row_count":1,"table_size":36}]},"Schema":[{"Name":"Timestamp","Type":"DateTime"},{"Name":"FileName","Type":"String"},{"Name":"IsX","Type":"SByte"}],"Results":[{"Timestamp":"2020-08-30T06:38:35.7664356Z","FileName":"conhost.exe","IsX":1}]}""")]
    [InlineData(WireFamily.Graph, "application/json", """{"@odata.context":"https://graph.microsoft.com/v1.0/$metadata#microsoft.graph.security.huntingQueryResults","schema":[{"name":"Timestamp","type":"DateTime"},{"name":"FileName","type":"String"},{"name":"IsX","type":"SByte"}],"results":[{"Timestamp":"2020-08-30T06:38:35.7664356Z","FileName":"conhost.exe","IsX@odata.type":"#SByte","IsX":1}]}""")]
    public async Task Bodies_are_byte_exact(WireFamily family, string contentType, string expected)
    {
        await using var host = await TestHost.StartAsync();
        var answer = Documented();
        host.Hunting.Gives(answer);
        var reply = await host.HuntAsync(family);
        Assert.Equal(expected, reply.Body);
        Assert.Equal(contentType, reply.ContentHeaders.ContentType!.ToString());
        Assert.True(answer.Disposed);
        Assert.Equal(0, host.Services.GetService(typeof(AnswerMemory)) is AnswerMemory memory ? memory.Held : -1);
    }

    [Theory]
    [InlineData(WireFamily.Mde, true, "2020-08-30T06:38:35.7664356")]
    [InlineData(WireFamily.Mde, false, "2020-08-30T06:38:35.7664356Z")]
    [InlineData(WireFamily.M365d, true, "2020-08-30T06:38:35.7664356Z")]
    [InlineData(WireFamily.Graph, true, "2020-08-30T06:38:35.7664356Z")]
    public async Task Only_the_legacy_API_drops_the_Z_and_only_for_legacy_tables(WireFamily family, bool legacy, string expected)
    {
        await using var host = await TestHost.StartAsync();
        host.Hunting.Gives(new FakeAnswer([new("EventTime", KqlType.DateTime)], [[Stamp]]) { UsesLegacyTables = legacy });
        Assert.Contains($"\"EventTime\":\"{expected}\"", (await host.HuntAsync(family)).Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("application/json;odata.metadata=none", true)]
    [InlineData("text/plain, application/json; OData.Metadata = none", true)]
    [InlineData("application/json;odata.metadata=minimal", false)]
    [InlineData("application/json", false)]
    public async Task The_plain_form_is_had_by_Accept(string accept, bool plain)
    {
        await using var host = await TestHost.StartAsync();
        var reply = await host.PostAsync(
            TestHost.PathOf(WireFamily.Graph), """{"query":"T"}""", host.Token(WireFamily.Graph),
            r => r.Headers.TryAddWithoutValidation("Accept", accept));
        Assert.Equal(plain, reply.Body == """{"schema":[{"name":"X","type":"Int64"}],"results":[{"X":1}]}""");
        Assert.Equal(!plain, reply.Body.Contains("@odata", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/beta/security/runHuntingQuery", "localhost", "https://graph.microsoft.com/beta/")]
    [InlineData("/v1.0/security/runHuntingQuery", "graph.microsoft.us", "https://graph.microsoft.us/v1.0/")]
    [InlineData("/v1.0/security/runHuntingQuery", "evil.example", "https://graph.microsoft.com/v1.0/")]
    public async Task The_context_names_the_cloud_and_version_called(string path, string host, string expected)
    {
        await using var server = await TestHost.StartAsync();
        var reply = await server.PostAsync(path, """{"query":"T"}""", server.Token(WireFamily.Graph), r => r.Headers.Host = host);
        Assert.StartsWith(expected, reply.Json.GetProperty("@odata.context").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Graphs_timespan_becomes_the_window()
    {
        await using var host = await TestHost.StartAsync();
        await host.PostAsync(TestHost.PathOf(WireFamily.Graph), """{"query":"T","timespan":"P1D","workspaceId":"x"}""", host.Token(WireFamily.Graph));
        Assert.Equal(
            new TimeWindow(TestHost.Start.UtcDateTime.AddDays(-1), TestHost.Start.UtcDateTime),
            Assert.Single(host.Hunting.Requests).Window);
    }

    [Fact]
    public async Task A_bad_timespan_is_Graphs_400_and_nothing_to_the_others()
    {
        await using var host = await TestHost.StartAsync();
        var graph = await host.PostAsync(TestHost.PathOf(WireFamily.Graph), """{"query":"T","timespan":"soon"}""", host.Token(WireFamily.Graph));
        graph.IsErrorOf(WireFamily.Graph);
        Assert.Equal((400, "BadRequest"), (graph.Status, graph.Code));
        Assert.Empty(host.Hunting.Requests);
        Assert.Equal(200, (await host.PostAsync(TestHost.PathOf(WireFamily.M365d), """{"Query":"T","Timespan":"soon"}""", host.Token(WireFamily.M365d))).Status);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    [InlineData("br")]
    public async Task Answers_are_compressed_for_those_who_ask(string encoding)
    {
        await using var host = await TestHost.StartAsync();
        host.Hunting.Gives(new FakeAnswer([new("X", KqlType.String)], [.. Enumerable.Range(0, 5000).Select(i => new object?[] { "row " + i })]));
        using var request = new HttpRequestMessage(HttpMethod.Post, TestHost.PathOf(WireFamily.Graph)) { Content = new StringContent("""{"query":"T"}""") };
        request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + host.Token(WireFamily.Graph));
        request.Headers.TryAddWithoutValidation("Accept-Encoding", encoding);
        using var response = await host.Client.SendAsync(request);
        Assert.Equal([encoding], response.Content.Headers.ContentEncoding);
        Assert.Contains("Accept-Encoding", response.Headers.Vary);
        var packed = await response.Content.ReadAsStreamAsync();
        await using Stream plain = encoding switch
        {
            "gzip" => new GZipStream(packed, CompressionMode.Decompress),
            "br" => new BrotliStream(packed, CompressionMode.Decompress),
            _ => new ZLibStream(packed, CompressionMode.Decompress),
        };
        using var reader = new StreamReader(plain, Encoding.UTF8);
        var body = await reader.ReadToEndAsync();
        Assert.EndsWith("""{"X":"row 4999"}]}""", body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("c43d412b-7c49-4d22-b0ef-c4aa2a3b8a52", true)]
    [InlineData("any text-that.is/sane", false)]
    [InlineData("sane", true)]
    [InlineData("größe", false)]
    public async Task Graph_echoes_the_clients_id(string id, bool echoed)
    {
        await using var host = await TestHost.StartAsync();
        var reply = await host.PostAsync(
            TestHost.PathOf(WireFamily.Graph), """{"query":"T"}""", host.Token(WireFamily.Graph),
            r => r.Headers.TryAddWithoutValidation("client-request-id", id));
        Assert.True(Guid.TryParse(reply.Header("request-id"), out _));
        Assert.Equal(echoed ? id : reply.Header("request-id"), reply.Header("client-request-id"));
    }

    [Fact]
    public async Task A_cut_answer_says_so_in_a_header()
    {
        await using var host = await TestHost.StartAsync();
        host.Hunting.Gives(new FakeAnswer([new("X", KqlType.Long)], [[1L], [2L]]) { Truncated = true });
        var reply = await host.HuntAsync(WireFamily.M365d);
        Assert.Equal("rows; limit=2", reply.Header(HuntEndpoint.TruncatedHeader));
    }

    [Fact]
    public async Task Every_hunt_has_an_id_that_the_log_has_too()
    {
        await using var host = await TestHost.StartAsync();
        host.Hunting.Fails(new HuntingError(HuntingErrorKind.Semantic, "no"));
        var reply = await host.HuntAsync(WireFamily.M365d);
        var id = Assert.Single(host.Hunting.Requests).CorrelationId;
        Assert.Equal(ErrorBody.TargetOf(id), reply.Json.GetProperty("error").GetProperty("target").GetString());
        Assert.Contains(host.Log.Lines, line => line.Id.Id == 1001 && line.Text.Contains(id.ToString(), StringComparison.Ordinal));
    }
}
