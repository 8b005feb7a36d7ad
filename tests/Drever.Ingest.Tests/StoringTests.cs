using System.Buffers;
using Drever.Engine;
using Drever.Testing;

namespace Drever.Ingest.Tests;

/// <summary>Each record once, whatever comes twice and whatever breaks.</summary>
[Collection(EngineCollection.Name)]
public class StoringTests(EngineFixture engine)
{
    private static readonly IngestOptions SmallBatches = IngestOptions.Default with { BatchRows = 10 };

    [Fact]
    public async Task A_record_delivered_again_is_the_same_record()
    {
        using var tenant = await Tenant.CreateAsync(engine);
        var file = tenant.Write("a.json", """
            {"time":"2026-01-02T00:00:00Z","category":"AdvancedHunting-AlertInfo","properties":{"AlertId":"a","Timestamp":"2026-01-01T00:00:00Z","Title":null}}
            {"time":"2026-01-03T00:00:00Z","category":"AlertInfo","tenantId":"t","properties":{"Timestamp":"2026-01-01T00:00:00Z","AlertId":"a","__UDI_x":1}}
            {"time":"2026-01-02T00:00:00Z","category":"AlertInfo","properties":{"AlertId":"a","Timestamp":"2026-01-01T00:00:00.0000001Z"}}
            {"time":"2026-01-02T00:00:00Z","category":"AlertInfo","properties":{"AlertId":"a","Timestamp":"2026-01-01T00:00:00Z","Other":1}}
            """);
        var summary = await tenant.IngestAsync(file);
        Assert.Equal((4, 3, 1), (summary.Read, summary.Stored, summary.Duplicates));
        Assert.Equal(1, summary.Tables.Single().UnknownProperties["Other"]);
        Assert.False(summary.Tables.Single().UnknownProperties.ContainsKey("__UDI_x"));
        Assert.Equal("2026-01-02T00:00:00Z", (await tenant.RowsAsync("SELECT DISTINCT __ingestion_time FROM AlertInfo"))[0][0]);
    }

    [Fact]
    public async Task Of_a_batch_that_is_there_in_part_the_rest_goes_in()
    {
        using var tenant = await Tenant.CreateAsync(engine);
        await tenant.IngestAsync(tenant.Write("odd.json", Alerts(Enumerable.Range(0, 100).Where(i => i % 3 == 1))));
        var summary = await tenant.IngestAsync(tenant.Write("all.json", Alerts(Enumerable.Range(0, 100))));
        Assert.Equal((67, 33), (summary.Stored, summary.Duplicates));
        var rows = await tenant.RowsAsync("SELECT AlertId, Title, toString(Timestamp) FROM AlertInfo ORDER BY toInt32(AlertId)");
        Assert.Equal(Enumerable.Range(0, 100).Select(i => $"{i}/{Title(i)}/{Time(i)}"), rows.Select(r => string.Join('/', r)));
    }

    [Fact]
    public async Task Rows_without_a_time_of_their_own_are_stored_once_too()
    {
        using var tenant = await Tenant.CreateAsync(engine);
        var timeless = tenant.Write("a.json", """{"category":"AlertInfo","properties":{"AlertId":"a"}}""" + "\n" + """{"category":"AlertInfo","properties":{"AlertId":"b","Timestamp":"?"}}""");
        var snapshot = tenant.Write("b.json", """{"category":"DeviceTvmSoftwareInventory","properties":{"DeviceId":"a"}}""");
        for (var run = 0; run < 2; run++)
        {
            var summary = await tenant.IngestAsync(timeless);
            Assert.Equal((run == 0 ? 2 : 0, 2), (summary.Stored, summary.Tables.Single().WithoutTime));
            Assert.Equal(1, summary.Tables.Single().ConversionFailures["Timestamp"]);
            Assert.Equal(run == 0 ? 1 : 0, (await tenant.IngestAsync(snapshot)).Stored);
        }

        Assert.Equal(2, await tenant.CountAsync("AlertInfo"));
        Assert.Equal(1, await tenant.CountAsync("DeviceTvmSoftwareInventory"));
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(3, false)]
    [InlineData(3, true)]
    public async Task A_run_that_breaks_off_is_completed_by_the_next(int insertsBefore, bool isStored)
    {
        using var tenant = await Tenant.CreateAsync(engine);
        var file = tenant.Write("a.json", Alerts(Enumerable.Range(0, 95)));
        await using (var broken = new BreakingEngine(engine.Engine, insertsBefore, isStored))
            await Assert.ThrowsAsync<EngineException>(() => tenant.IngestAsync(file, options: SmallBatches, engine: broken));

        var before = await tenant.CountAsync("AlertInfo");
        Assert.True(before < 95);
        var summary = await tenant.IngestAsync(file, options: SmallBatches);
        Assert.Equal((95 - before, before), (summary.Stored, summary.Duplicates));
        Assert.Equal(95, await tenant.CountAsync("AlertInfo"));
        Assert.Equal("95", (await tenant.RowsAsync("SELECT uniqExact(AlertId) FROM AlertInfo"))[0][0]);
    }

    [Fact]
    public async Task Two_runs_at_once_store_each_record_once()
    {
        using var tenant = await Tenant.CreateAsync(engine);
        var file = tenant.Write("a.json", Alerts(Enumerable.Range(0, 200)));
        var ingestor = new Ingestor(engine.Engine, Tenant.Schema, TimeProvider.System, SmallBatches);
        var runs = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => ingestor.IngestAsync(new(tenant.Database, [file]), null, CancellationToken.None)));
        Assert.Equal((200, 400), (runs.Sum(r => r.Stored), runs.Sum(r => r.Duplicates)));
        Assert.Equal(200, await tenant.CountAsync("AlertInfo"));
    }

    [Fact]
    public async Task Years_at_the_ends_of_the_calendar_are_stored_once()
    {
        using var tenant = await Tenant.CreateAsync(engine);
        var file = tenant.Write("a.json", string.Join('\n', new[] { "0001-01-01T00:00:00Z", "1899-01-01T00:00:00Z", "9999-12-31T23:59:59.9999999Z" }
            .Select(t => $$$"""{"category":"AlertInfo","properties":{"AlertId":"a","Timestamp":"{{{t}}}"}}""")));
        Assert.Equal(3, (await tenant.IngestAsync(file)).Stored);
        Assert.Equal(3, (await tenant.IngestAsync(file)).Duplicates);
        Assert.Equal("9999-12-31T23:59:59.9999999Z", (await tenant.RowsAsync("SELECT max(Timestamp) FROM AlertInfo"))[0][0]);
    }

    private static string Alerts(IEnumerable<int> numbers) => string.Concat(numbers.Select(i =>
        $$$"""{"category":"AlertInfo","properties":{"AlertId":"{{{i}}}","Timestamp":"{{{Time(i)}}}","Title":"{{{Title(i)}}}"}}""" + "\n"));

    private static string Time(int i) => FormattableString.Invariant($"2026-0{1 + (i % 3)}-01 00:{i % 60:00}:00.0000000");

    private static string Title(int i) => new((char)('a' + (i % 26)), i * 3);

    /// <summary>Fails at an insert, before or after the rows are stored, as a crash would.</summary>
    private sealed class BreakingEngine(IHuntingEngine inner, int insertsBefore, bool isStored) : IHuntingEngine
    {
        private int _inserts;

        public Task<IHuntingResult> QueryAsync(EngineQuery query, CancellationToken cancellationToken) => inner.QueryAsync(query, cancellationToken);

        public Task ExecuteAsync(string statement, CancellationToken cancellationToken) => inner.ExecuteAsync(statement, cancellationToken);

        public async Task InsertAsync(string database, string table, ReadOnlySequence<byte> nativeBlock, string? deduplicationToken, CancellationToken cancellationToken)
        {
            var isBroken = Interlocked.Increment(ref _inserts) > insertsBefore;
            if (!isBroken || isStored)
                await inner.InsertAsync(database, table, nativeBlock, deduplicationToken, cancellationToken);
            if (isBroken)
                throw new EngineException(EngineErrorKind.DiskFull, "no room");
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
