using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Drever.Ingest.Demo;
using Drever.Ingest.Records;
using Drever.Testing;

namespace Drever.Ingest.Tests;

[Collection(EngineCollection.Name)]
public partial class DemoTests(EngineFixture engine)
{
    private static readonly DateTime Now = new(2026, 11, 22, 14, 30, 0, DateTimeKind.Utc);

    [Fact]
    public async Task The_same_options_give_the_same_records()
    {
        var options = new DemoOptions(Now) { Workstations = 8, Days = 14 };
        Assert.Equal(await FingerprintAsync(options), await FingerprintAsync(options));
        Assert.NotEqual(await FingerprintAsync(options), await FingerprintAsync(options with { Seed = 2 }));
    }

    [Fact]
    public async Task Every_record_is_a_row_of_its_table_and_the_story_can_be_followed()
    {
        using var tenant = await Tenant.CreateAsync(engine);
        var ingestor = new Ingestor(engine.Engine, Tenant.Schema, TimeProvider.System, IngestOptions.Default);
        await using var reader = new DemoReader(new DemoOptions(Now));
        var summary = await ingestor.IngestAsync(tenant.Database, reader, "demo", progress: null, CancellationToken.None);

        Assert.InRange(summary.Stored, 150_000, 300_000);
        Assert.Equal((0, 0), (summary.Rejected, summary.Duplicates));
        Assert.All(summary.Tables, t => Assert.True(t.UnknownProperties.Count + t.ConversionFailures.Count + t.WithoutTime == 0, t.Table));
        Assert.True(summary.Tables.Count >= 34);

        // Mail, click, download, process, connection: one thread through five tables.
        var thread = await tenant.RowsAsync("""
            SELECT m.RecipientEmailAddress, f.FileName, p.FileName, c.RemoteUrl, count()
            FROM EmailEvents m
            JOIN UrlClickEvents u ON u.NetworkMessageId = m.NetworkMessageId AND u.AccountUpn = m.RecipientEmailAddress AND u.ActionType = 'ClickAllowed'
            JOIN DeviceFileEvents f ON f.InitiatingProcessAccountUpn = u.AccountUpn AND f.Timestamp BETWEEN u.Timestamp AND u.Timestamp + INTERVAL 5 MINUTE AND f.FileOriginUrl LIKE '%nordlicht%'
            JOIN DeviceProcessEvents p ON p.DeviceId = f.DeviceId AND lower(p.InitiatingProcessFileName) = 'winword.exe' AND p.FileName = 'powershell.exe'
            JOIN DeviceNetworkEvents c ON c.DeviceId = p.DeviceId AND c.InitiatingProcessId = p.ProcessId AND c.InitiatingProcessFileName = p.FileName
            WHERE m.SenderFromAddress = 'accounts@nordlicht-billing.example'
            GROUP BY ALL
            """);
        Assert.Equal("maja.lindqvist@tallbacka.example Invoice_48213.docm powershell.exe cdn.sync-assets.example 1", string.Join(' ', thread.Single()));
        Assert.Equal("4", (await tenant.RowsAsync("SELECT uniqExact(f.SHA256) + uniqExact(p.SHA256) + uniqExact(e.SHA256) + uniqExact(p.InitiatingProcessSHA256) FROM DeviceFileEvents f JOIN DeviceProcessEvents p ON p.SHA256 = f.SHA256 JOIN AlertEvidence e ON e.SHA256 = p.SHA256 WHERE f.FileName = 'svcupd.exe'"))[0][0]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(6)]
    public async Task On_any_day_the_whole_story_lies_in_the_past_and_within_thirty_days(int days)
    {
        var options = new DemoOptions(Now.AddDays(days)) { Workstations = 8 };
        var alerts = 0;
        await foreach (var record in RecordsAsync(options))
        {
            Assert.InRange(record.ReceivedTicks!.Value, options.Now.AddDays(-30).Ticks, options.Now.AddMinutes(5).Ticks);
            alerts += record.Table == "AlertInfo" && !Text(record).Contains("unwanted", StringComparison.Ordinal) ? 1 : 0;
        }

        Assert.Equal(6, alerts);
    }

    [Fact]
    public async Task All_addresses_and_hosts_are_reserved_ones()
    {
        await foreach (var record in RecordsAsync(new DemoOptions(Now) { Workstations = 14, Days = 14 }))
        {
            var text = Text(record);
            foreach (var address in Addresses().Matches(text).Select(m => m.Value))
                Assert.True(IsReserved(address), $"{address} in {text}");
            foreach (var host in Hosts().Matches(text).Select(m => m.Groups["host"].Value))
                Assert.EndsWith(".example", host, StringComparison.Ordinal);
        }
    }

    private static bool IsReserved(string address) => !IPAddress.TryParse(address, out var ip) || ip.GetAddressBytes() is [10, ..] or [192, 0, 2, _] or [198, 51, 100, _] or [203, 0, 113, _];

    private static async Task<string> FingerprintAsync(DemoOptions options)
    {
        using var hash = System.Security.Cryptography.IncrementalHash.CreateHash(System.Security.Cryptography.HashAlgorithmName.SHA256);
        await foreach (var record in RecordsAsync(options))
            hash.AppendData(Encoding.UTF8.GetBytes(record.Table + Text(record)));
        return Convert.ToHexString(hash.GetHashAndReset());
    }

    private static async IAsyncEnumerable<Records.Record> RecordsAsync(DemoOptions options)
    {
        await using var reader = new DemoReader(options);
        var record = new Records.Record();
        while (await reader.ReadAsync(record, CancellationToken.None) == ReadOutcome.Record)
            yield return record;
    }

    private static string Text(Records.Record record) => string.Join('\n', Enumerable.Range(0, record.Count)
        .Where(i => !Encoding.UTF8.GetString(record.Name(i)).Contains("Version", StringComparison.Ordinal))
        .Select(i => Encoding.UTF8.GetString(record.Value(i))));

    [GeneratedRegex(@"(?<![\d.\\_/-])\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}(?![\d.\\_-])", RegexOptions.None, 1000)]
    private static partial Regex Addresses();

    [GeneratedRegex(@"(?:https?://|@)(?<host>[a-z0-9.-]+\.[a-z]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Hosts();
}
