using Drever.Testing;

namespace Drever.Engine.Tests;

[Collection(EngineCollection.Name)]
public sealed class CancellationTests(EngineFixture fixture)
{
    private readonly string _marker = Guid.NewGuid().ToString("N");

    private EngineQuery Endless(string select) => new($"SELECT {select}, '{_marker}' FROM numbers(10000000000000)", "default") { Limits = EngineLimits.None };

    private async Task<string?> RunningAsync()
    {
        var rows = await fixture.RowsAsync($"SELECT count() FROM system.processes WHERE query LIKE '%{_marker}%' AND query NOT LIKE '%system.processes%'");
        return rows[0][0];
    }

    private async Task UntilRunningAsync()
    {
        while (await RunningAsync() == "0")
            await Task.Delay(10);
    }

    [Fact]
    public async Task A_query_without_rows_yet_ends_in_the_engine()
    {
        using var cancel = new CancellationTokenSource();
        var query = fixture.Engine.QueryAsync(Endless("sum(sipHash64(number))"), cancel.Token);
        await UntilRunningAsync();
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => query);
        Assert.Equal("0", await RunningAsync());
    }

    [Fact]
    public async Task A_stream_ends_in_the_engine_while_a_row_is_awaited()
    {
        using var cancel = new CancellationTokenSource();
        // one row soon, the next after some ten thousand million more
        await using var result = await fixture.Engine.QueryAsync(
            new EngineQuery($"SELECT number, '{_marker}' FROM numbers(10000000000000) WHERE number = 0 OR sipHash64(number) = 1", "default") { Settings = [new("max_threads", "1")] },
            CancellationToken.None);
        Assert.True(await result.ReadAsync(cancel.Token));
        var read = result.ReadAsync(cancel.Token).AsTask();
        await UntilRunningAsync();
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => read);
        await result.DisposeAsync();
        Assert.Equal("0", await RunningAsync());
    }

    [Fact]
    public async Task A_result_that_is_left_early_ends_in_the_engine()
    {
        var result = await fixture.Engine.QueryAsync(Endless("number"), CancellationToken.None);
        for (var i = 0; i < 100_000; i++)
            Assert.True(await result.ReadAsync(CancellationToken.None));
        Assert.NotEqual("0", await RunningAsync());
        await result.DisposeAsync();
        Assert.Equal("0", await RunningAsync());
        Assert.False(await result.ReadAsync(CancellationToken.None));
    }

    [Fact]
    public async Task A_token_cancelled_before_the_start_runs_nothing()
    {
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => fixture.Engine.QueryAsync(Endless("number"), new CancellationToken(canceled: true)));
    }

    [Fact]
    public async Task Cancelling_at_any_moment_of_the_start_works()
    {
        for (var delay = 0; delay < 40; delay++)
        {
            using var cancel = new CancellationTokenSource();
            var query = fixture.Engine.QueryAsync(Endless("sum(number)"), cancel.Token);
            await Task.Delay(TimeSpan.FromMicroseconds(delay * 100));
            await cancel.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => query);
        }

        Assert.Equal("0", await RunningAsync());
    }

    [Fact]
    public async Task A_statement_of_our_own_can_be_cancelled()
    {
        var database = await fixture.NewDatabaseAsync();
        using var cancel = new CancellationTokenSource();
        var statement = fixture.Engine.ExecuteAsync(
            $"CREATE TABLE {database}.t ENGINE = Memory AS SELECT sum(number), '{_marker}' FROM numbers(10000000000000)", cancel.Token);
        await UntilRunningAsync();
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => statement);
        Assert.Equal("0", await RunningAsync());
    }

    [Fact]
    public async Task After_many_abandoned_results_there_is_room_for_more()
    {
        for (var i = 0; i < 50; i++)
        {
            var result = await fixture.Engine.QueryAsync(Endless("number"), CancellationToken.None);
            await result.DisposeAsync();
        }

        Assert.Single(await fixture.RowsAsync("SELECT 1"));
    }
}
