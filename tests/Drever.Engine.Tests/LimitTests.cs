using Drever.Testing;

namespace Drever.Engine.Tests;

[Collection(EngineCollection.Name)]
public sealed class LimitTests(EngineFixture fixture)
{
    private static EngineQuery Query(string sql, EngineLimits limits) => new(sql, "default") { Limits = limits };

    [Fact]
    public async Task Running_time()
    {
        var error = await Assert.ThrowsAsync<EngineException>(() => fixture.RowsAsync(Query(
            "SELECT count() FROM numbers(100000000000) WHERE sipHash64(number) = 1", EngineLimits.None with { MaxTime = TimeSpan.FromMilliseconds(300) })));
        Assert.Equal((159, EngineErrorKind.TimedOut), (error.Error.Code, error.Error.Kind));
    }

    [Fact]
    public async Task Running_time_where_the_engine_does_not_look_at_the_clock()
    {
        var query = Query("SELECT count() FROM numbers(100000000000000) WHERE sipHash64(number) = 1", EngineLimits.None with { MaxTime = TimeSpan.FromMilliseconds(100) });
        var error = await Assert.ThrowsAsync<EngineException>(() => fixture.RowsAsync(query with { Settings = [new("max_execution_time", "0")] }));
        Assert.Equal((159, EngineErrorKind.TimedOut), (error.Error.Code, error.Error.Kind));
    }

    [Fact]
    public async Task Memory()
    {
        var error = await Assert.ThrowsAsync<EngineException>(() => fixture.RowsAsync(Query(
            "SELECT groupArray(number) FROM numbers(100000000)", EngineLimits.None with { MaxMemoryBytes = 50_000_000 })));
        Assert.Equal((241, EngineErrorKind.MemoryLimit), (error.Error.Code, error.Error.Kind));
    }

    [Theory]
    [InlineData(3, 3, false)]
    [InlineData(4, 3, true)]
    [InlineData(300_000, 3, true)]
    [InlineData(300_000, 200_000, true)]
    [InlineData(2, 3, false)]
    [InlineData(1, 0, true)]
    [InlineData(0, 0, false)]
    public async Task Rows_are_cut_and_flagged(int available, int allowed, bool truncated)
    {
        await using var result = await fixture.Engine.QueryAsync(
            Query($"SELECT number FROM numbers({available})", EngineLimits.None with { MaxRows = allowed }), CancellationToken.None);
        long rows = 0;
        while (await result.ReadAsync(CancellationToken.None))
            Assert.Equal(rows++, result.GetInt64(0));
        Assert.Equal(Math.Min(available, allowed), rows);
        Assert.Equal(truncated, result.Truncated);
        Assert.False(await result.ReadAsync(CancellationToken.None));
    }

    [Theory]
    [InlineData("SELECT count() FROM numbers(100) WHERE number IN (SELECT number FROM numbers(50))", "50")]
    [InlineData("SELECT count() FROM numbers(100) AS a JOIN numbers(50) AS b ON a.number = b.number", "50")]
    [InlineData("SELECT (SELECT count() FROM (SELECT number FROM numbers(7) UNION ALL SELECT number FROM numbers(5)))", "12")]
    [InlineData("WITH x AS MATERIALIZED (SELECT number FROM numbers(10)) SELECT (SELECT count() FROM x) + (SELECT max(number) FROM x)", "19")]
    public async Task The_row_limit_is_of_the_result_not_of_its_parts(string sql, string expected)
    {
        Assert.Equal(expected, Assert.Single(await fixture.RowsAsync(Query(sql, EngineLimits.None with { MaxRows = 2 })))[0]);
    }

    [Fact]
    public async Task Result_bytes()
    {
        var limits = EngineLimits.None with { MaxResultBytes = 1000 };
        Assert.Single(await fixture.RowsAsync(Query("SELECT repeat('x', 900)", limits)));
        var error = await Assert.ThrowsAsync<EngineException>(() => fixture.RowsAsync(Query("SELECT repeat('x', 1100)", limits)));
        Assert.Equal(EngineErrorKind.ResultTooLarge, error.Error.Kind);
    }

    [Fact]
    public async Task Threads()
    {
        var rows = await fixture.RowsAsync(Query("SELECT value FROM system.settings WHERE name = 'max_threads'", EngineLimits.None with { MaxThreads = 3 }));
        Assert.Equal("3", rows[0][0]);
    }
}
