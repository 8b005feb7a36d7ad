using Drever.Testing;

namespace Drever.Engine.Tests;

[Collection(EngineCollection.Name)]
public sealed class ResultTests(EngineFixture fixture)
{
    [Fact]
    public async Task Many_rows_over_many_chunks_come_in_order_and_whole()
    {
        await using var result = await fixture.Engine.QueryAsync(
            new EngineQuery("SELECT number, repeat(toString(number % 10), number % 50), if(number % 3 = 0, NULL, number) FROM numbers(500000)", "default"), CancellationToken.None);
        for (var i = 0; i < 500_000; i++)
        {
            Assert.True(await result.ReadAsync(CancellationToken.None));
            Assert.Equal(i, result.GetInt64(0));
            Assert.Equal(i % 50, result.GetUtf8(1).Length);
            Assert.Equal(i % 3 == 0, result.IsNull(2));
        }

        Assert.False(await result.ReadAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Big_strings()
    {
        var rows = 0;
        await using var result = await fixture.Engine.QueryAsync(new EngineQuery("SELECT arrayStringConcat(arrayMap(i -> repeat('x', 1000000), range(30))), number FROM numbers(3)", "default"), CancellationToken.None);
        while (await result.ReadAsync(CancellationToken.None))
        {
            Assert.Equal(30_000_000, result.GetUtf8(0).Length);
            Assert.Equal(rows++, result.GetInt64(1));
        }

        Assert.Equal(3, rows);
    }

    [Fact]
    public async Task No_rows_still_have_columns()
    {
        await using var result = await fixture.Engine.QueryAsync(new EngineQuery("SELECT number AS n FROM numbers(10) WHERE number > 10", "default"), CancellationToken.None);
        Assert.Equal("n", Assert.Single(result.Columns).Name);
        Assert.False(await result.ReadAsync(CancellationToken.None));
        Assert.False(result.Truncated);
    }

    [Theory]
    [InlineData("SELECT FROM WHERE", 62, EngineErrorKind.Syntax)]
    [InlineData("SELECT * FROM nowhere", 60, EngineErrorKind.UnknownTable)]
    [InlineData("SELECT * FROM nowhere.t", 81, EngineErrorKind.UnknownTable)]
    [InlineData("SELECT nothing", 47, EngineErrorKind.UnknownColumn)]
    [InlineData("SELECT noSuchFunction(1)", 46, EngineErrorKind.UnknownFunction)]
    [InlineData("SELECT intDiv(1, 0)", 153, EngineErrorKind.BadValue)]
    [InlineData("SELECT toInt32('x')", 6, EngineErrorKind.BadValue)]
    [InlineData("SELECT 'a' + 1", 43, EngineErrorKind.BadValue)]
    public async Task Errors_carry_code_and_kind(string sql, int code, EngineErrorKind kind)
    {
        var error = await Assert.ThrowsAsync<EngineException>(() => fixture.RowsAsync(sql));
        Assert.Equal((code, kind), (error.Error.Code, error.Error.Kind));
        Assert.DoesNotContain("DB::Exception", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_database_is_an_error()
    {
        var error = await Assert.ThrowsAsync<EngineException>(() => fixture.RowsAsync("SELECT 1", "no`where"));
        Assert.Equal((81, EngineErrorKind.UnknownTable), (error.Error.Code, error.Error.Kind));
    }

    [Fact]
    public async Task An_error_after_the_first_rows_comes_while_reading()
    {
        await using var result = await fixture.Engine.QueryAsync(
            new EngineQuery("SELECT throwIf(number = 1500000) FROM numbers(2000000)", "default") { Settings = [new("max_threads", "1")] }, CancellationToken.None);
        var error = await Assert.ThrowsAsync<EngineException>(async () =>
        {
            while (await result.ReadAsync(CancellationToken.None))
            {
            }
        });
        Assert.Equal(395, error.Error.Code);
    }

    [Fact]
    public async Task Queries_run_side_by_side()
    {
        var queries = Enumerable.Range(0, 40).Select(async i =>
        {
            var rows = await fixture.RowsAsync($"SELECT {i}, count() FROM numbers({i} * 1000)");
            Assert.Equal<string?[]>([$"{i}", $"{i * 1000}"], Assert.Single(rows));
        });
        await Task.WhenAll(queries);
    }

    [Fact]
    public async Task Each_query_has_its_own_database()
    {
        var (one, two) = (await fixture.NewDatabaseAsync(), await fixture.NewDatabaseAsync());
        await fixture.Engine.ExecuteAsync($"CREATE TABLE {one}.t ENGINE = MergeTree ORDER BY a AS SELECT 1 AS a", CancellationToken.None);
        await fixture.Engine.ExecuteAsync($"CREATE TABLE {two}.t ENGINE = MergeTree ORDER BY a AS SELECT 2 AS a", CancellationToken.None);
        Assert.Equal("1", (await fixture.RowsAsync("SELECT a FROM t", one))[0][0]);
        Assert.Equal("2", (await fixture.RowsAsync("SELECT a FROM t", two))[0][0]);
    }

    [Fact]
    public async Task Usage_is_what_the_engine_counted()
    {
        var database = await fixture.NewDatabaseAsync();
        await fixture.Engine.ExecuteAsync($"CREATE TABLE {database}.t ENGINE = MergeTree ORDER BY a AS SELECT number AS a FROM numbers(3000000)", CancellationToken.None);
        await using var result = await fixture.Engine.QueryAsync(new EngineQuery("SELECT uniqExact(sipHash64(a)) FROM t", database), CancellationToken.None);
        while (await result.ReadAsync(CancellationToken.None))
        {
        }

        var usage = result.Usage;
        Assert.Equal(3_000_000, usage.RowsRead);
        Assert.Equal(24_000_000, usage.BytesRead);
        Assert.True(usage.PeakMemoryBytes > 24_000_000, $"{usage}"); // a hash table of three million numbers
        Assert.True(usage.UserCpu > TimeSpan.Zero && usage.UserCpu < usage.Elapsed * (Environment.ProcessorCount + 1), $"{usage}");
        Assert.Equal(usage, result.Usage);
    }

    [Fact]
    public async Task Usage_of_a_hunt_that_found_nothing_is_known_too()
    {
        await using var result = await fixture.Engine.QueryAsync(
            new EngineQuery("SELECT number FROM numbers(200000000) WHERE sipHash64(number) = 1", "default"), CancellationToken.None);
        Assert.False(await result.ReadAsync(CancellationToken.None));
        Assert.True(result.Usage.RowsRead > 0 && result.Usage.UserCpu > TimeSpan.Zero, $"{result.Usage}");
    }
}
