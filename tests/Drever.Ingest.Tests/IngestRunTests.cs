using Drever.Testing;

namespace Drever.Ingest.Tests;

[Collection(EngineCollection.Name)]
public class IngestRunTests(EngineFixture engine)
{
    [Fact]
    public async Task A_folder_is_searched_and_what_can_not_be_read_is_reported()
    {
        using var tenant = await Tenant.CreateAsync(engine);
        tenant.Write("a/PT1H.json", """{"category":"AlertInfo","properties":{"AlertId":"a"}}""");
        tenant.Write("a/b/c.json", """{"category":"alertinfo","properties":{"AlertId":"b"}}""" + "\nnonsense\n" + """{"category":"NoSuchTable","properties":{"AlertId":"b"}}""");
        tenant.Write("log.evtx", "ElfFile\0");
        tenant.Write("cut.json.gz", [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 1, 2, 3]);
        var summary = await tenant.IngestAsync(tenant.Folder);

        Assert.Equal((2, 2, 4), (summary.Read, summary.Stored, summary.Files));
        Assert.Equal(2, summary.Rejected);
        Assert.Equal([2, 3], summary.Rejections.Select(r => r.Rejection.Line));
        Assert.Equal("NoSuchTable", summary.Rejections[1].Rejection.Excerpt);
        Assert.Equal(["cut.json.gz", "log.evtx"], summary.Problems.Select(p => Path.GetFileName(p.File)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Rows_of_a_named_table_come_as_json_or_csv()
    {
        using var tenant = await Tenant.CreateAsync(engine);
        var json = tenant.Write("a.ndjson", """{"CveId":"CVE-2026-1","EpssScore":"0.5","IsExploitAvailable":1,"PublishedDate":"2026-01-01T00:00:00Z"}""");
        var csv = tenant.Write("a.csv", "CveId,EpssScore,IsExploitAvailable,AffectedSoftware,publisheddate\nCVE-2026-2,,False,\"[\"\"a\"\"]\",2026-01-02\n");
        Assert.Equal(1, (await tenant.IngestAsync(json, "DeviceTvmSoftwareVulnerabilitiesKB")).Stored);
        Assert.Equal(1, (await tenant.IngestAsync(csv, "DeviceTvmSoftwareVulnerabilitiesKB")).Stored);
        Assert.Equal(
            ["CVE-2026-1|0.5|true||2026-01-01T00:00:00Z", "CVE-2026-2||false|[\"a\"]|2026-01-02T00:00:00Z"],
            (await tenant.RowsAsync("SELECT CveId, EpssScore, IsExploitAvailable, AffectedSoftware, PublishedDate FROM DeviceTvmSoftwareVulnerabilitiesKB ORDER BY CveId")).Select(r => string.Join('|', r)));
    }

    [Fact]
    public async Task A_value_that_does_not_fit_is_null_and_counted()
    {
        using var tenant = await Tenant.CreateAsync(engine);
        var file = tenant.Write("a.json", """{"category":"DeviceProcessEvents","properties":{"Timestamp":"2026-01-01T00:00:00Z","processid":"12","LogonId":"x","LogonID":5,"FileSize":1.5,"AdditionalFields":{ "a" : 1 },"ProcessUniqueId":33495223187524}}""");
        var summary = await tenant.IngestAsync(file);
        Assert.Equal(new SortedDictionary<string, long>(StringComparer.Ordinal) { ["FileSize"] = 1, ["LogonId"] = 1 }, summary.Tables.Single().ConversionFailures);
        Assert.Equal(new[] { "12", null, "5", null, "{\"a\":1}", "33495223187524" }, (await tenant.RowsAsync("SELECT ProcessId, LogonId, LogonID, FileSize, AdditionalFields, ProcessUniqueId FROM DeviceProcessEvents"))[0]);
    }

    [Fact]
    public async Task A_dynamic_column_holds_json()
    {
        using var tenant = await Tenant.CreateAsync(engine);
        var file = tenant.Write("a.json", string.Join('\n', new[] { """ "{ \"a\": 1 }" """, """ "plain \"text\"" """, """ [1, {"b":"c"}] """, "true", "\"\"", """ "[broken" """ }
            .Select((v, i) => $$$"""{"category":"CloudAppEvents","properties":{"Timestamp":"2026-01-01T00:00:0{{{i}}}Z","RawEventData":{{{v}}}}}""")));
        await tenant.IngestAsync(file);
        Assert.Equal(
            ["{\"a\":1}", "\"plain \\\"text\\\"\"", "[1,{\"b\":\"c\"}]", "true", "", "\"[broken\""],
            (await tenant.RowsAsync("SELECT RawEventData FROM CloudAppEvents ORDER BY Timestamp")).Select(r => r[0]));
    }

    [Theory]
    [InlineData(IngestFormat.Windows, null, "windows")]
    [InlineData(IngestFormat.Table, null, "--table")]
    [InlineData(IngestFormat.Defender, "AlertInfo", "--table")]
    [InlineData(IngestFormat.Table, "alertinfo", "'alertinfo'")]
    [InlineData(IngestFormat.Auto, "AlertEvents", "'AlertEvents'")]
    public async Task A_request_that_makes_no_sense_says_what_to_change(IngestFormat format, string? table, string part)
    {
        var ingestor = new Ingestor(engine.Engine, Tenant.Schema, TimeProvider.System, IngestOptions.Default);
        var error = await Assert.ThrowsAsync<IngestException>(() => ingestor.IngestAsync(new("none", [], format, table), null, CancellationToken.None));
        Assert.Contains(part, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_path_that_is_not_there_is_a_problem_of_its_own()
    {
        using var tenant = await Tenant.CreateAsync(engine);
        Assert.Equal("there is no such file or folder", (await tenant.IngestAsync(Path.Combine(tenant.Folder, "gone"))).Problems.Single().Message);
    }

    [Fact]
    public async Task The_last_progress_is_the_summary()
    {
        using var tenant = await Tenant.CreateAsync(engine);
        var file = tenant.Write("a.json", """{"category":"AlertInfo","properties":{"AlertId":"a"}}""");
        var seen = new List<IngestProgress>();
        var ingestor = new Ingestor(engine.Engine, Tenant.Schema, TimeProvider.System, IngestOptions.Default);
        await ingestor.IngestAsync(new(tenant.Database, [file]), new Collector(seen), CancellationToken.None);
        Assert.Equal((1, 1, seen[^1].BytesTotal), (seen[^1].Records, seen[^1].Stored, seen[^1].BytesRead));
    }

    private sealed class Collector(List<IngestProgress> seen) : IProgress<IngestProgress>
    {
        public void Report(IngestProgress value) => seen.Add(value);
    }
}
