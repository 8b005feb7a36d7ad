using Drever.Engine.Native;
using Drever.Testing;

namespace Drever.Engine.Tests;

[Collection(EngineCollection.Name)]
public sealed class InsertTests(EngineFixture fixture)
{
    private const string Columns = """
        id Int64, plain String, low LowCardinality(String), i32 Nullable(Int32), i64 Nullable(Int64), f64 Nullable(Float64),
        flag Nullable(Bool), ts DateTime64(7, 'UTC'), ts2 Nullable(DateTime64(7, 'UTC')), guid Nullable(UUID), big UInt128, extra String DEFAULT 'made'
        """;

    private async Task<string> NewTableAsync(string definition = "(" + Columns + ") ENGINE = MergeTree ORDER BY id")
    {
        var database = await fixture.NewDatabaseAsync();
        await fixture.Engine.ExecuteAsync($"CREATE TABLE {database}.t {definition}", CancellationToken.None);
        return database;
    }

    [Fact]
    public async Task Every_column_type_goes_in_and_comes_back()
    {
        var database = await NewTableAsync();
        using var block = new NativeBlockWriter();
        var id = block.AddColumn("id", NativeColumnType.Int64);
        var plain = block.AddColumn("plain", NativeColumnType.String);
        var low = block.AddColumn("low", NativeColumnType.String);
        var i32 = block.AddColumn("i32", NativeColumnType.Int32, nullable: true);
        var i64 = block.AddColumn("i64", NativeColumnType.Int64, nullable: true);
        var f64 = block.AddColumn("f64", NativeColumnType.Float64, nullable: true);
        var flag = block.AddColumn("flag", NativeColumnType.Boolean, nullable: true);
        var ts = block.AddColumn("ts", NativeColumnType.DateTime);
        var ts2 = block.AddColumn("ts2", NativeColumnType.DateTime, nullable: true);
        var guid = block.AddColumn("guid", NativeColumnType.Guid, nullable: true);
        var big = block.AddColumn("big", NativeColumnType.UInt128);

        var ticks = new DateTime(2020, 8, 30, 6, 38, 35, DateTimeKind.Utc).Ticks + 7664356;
        id.AppendInt64(1);
        plain.AppendText("Grüße \0 \U0001F43A");
        low.AppendUtf8("low"u8);
        i32.AppendInt32(int.MinValue);
        i64.AppendInt64(long.MaxValue);
        f64.AppendDouble(-0.5);
        flag.AppendBoolean(true);
        ts.AppendDateTimeTicks(ticks);
        ts2.AppendDateTimeTicks(0);
        guid.AppendGuid(new Guid("01234567-89ab-cdef-0123-456789abcdef"));
        big.AppendUInt128(UInt128.MaxValue);
        block.EndRow();
        id.AppendInt64(2);
        block.EndRow(); // nothing else: nulls and empty values
        Assert.Equal(2, block.RowCount);

        await fixture.Engine.InsertAsync(database, "t", block.ToBlock(), null, CancellationToken.None);

        var rows = await fixture.RowsAsync("SELECT * FROM t ORDER BY id", database);
        Assert.Equal<string?[]>(
            ["1", "Grüße \0 \U0001F43A", "low", "-2147483648", "9223372036854775807", "-0.5", "true", "2020-08-30T06:38:35.7664356Z", "0001-01-01T00:00:00Z",
             "01234567-89ab-cdef-0123-456789abcdef", "340282366920938463463374607431768211455", "made"], rows[0]);
        Assert.Equal<string?[]>(["2", "", "", null, null, null, null, "1970-01-01T00:00:00Z", null, null, "0", "made"], rows[1]);
    }

    [Fact]
    public async Task Strings_of_every_length_around_the_steps_of_the_length_prefix()
    {
        var database = await NewTableAsync("(id String) ENGINE = MergeTree ORDER BY tuple()");
        using var block = new NativeBlockWriter();
        var id = block.AddColumn("id", NativeColumnType.String);
        int[] lengths = [0, 1, 41, 42, 43, 44, 127, 128, 129, 16_383, 16_384, 16_385, 2_097_151, 2_097_152];
        foreach (var length in lengths)
        {
            id.AppendText(new string('\u20AC', length)); // three bytes each
            block.EndRow();
            id.AppendUtf8(new byte[length]);
            block.EndRow();
        }

        await fixture.Engine.InsertAsync(database, "t", block.ToBlock(), null, CancellationToken.None);
        var rows = await fixture.RowsAsync("SELECT length(id), lengthUTF8(id) FROM t", database);
        for (var i = 0; i < lengths.Length; i++)
        {
            Assert.Equal<string?[]>([$"{3 * lengths[i]}", $"{lengths[i]}"], rows[2 * i]);
            Assert.Equal($"{lengths[i]}", rows[2 * i + 1][0]);
        }
    }

    [Fact]
    public async Task A_writer_can_be_filled_again()
    {
        var database = await NewTableAsync("(id Int64) ENGINE = MergeTree ORDER BY id");
        using var block = new NativeBlockWriter();
        var id = block.AddColumn("id", NativeColumnType.Int64);
        for (var round = 0; round < 3; round++)
        {
            block.Clear();
            for (var i = 0; i < 1000; i++)
            {
                id.AppendInt64(round * 1000 + i);
                block.EndRow();
            }

            await fixture.Engine.InsertAsync(database, "t", block.ToBlock(), null, CancellationToken.None);
        }

        Assert.Equal<string?[]>(["3000", "0", "2999"], Assert.Single(await fixture.RowsAsync("SELECT count(), min(id), max(id) FROM t", database)));
    }

    [Fact]
    public async Task One_block_becomes_one_part_per_partition_however_many_there_are()
    {
        var database = await NewTableAsync("(id Int64) ENGINE = MergeTree PARTITION BY id % 300 ORDER BY id");
        using var block = OneColumn(Enumerable.Range(0, 200_000));
        await fixture.Engine.InsertAsync(database, "t", block.ToBlock(), null, CancellationToken.None);
        Assert.Equal<string?[]>(["200000", "300"], Assert.Single(await fixture.RowsAsync($"SELECT sum(rows), uniq(partition) FROM system.parts WHERE database = '{database}' AND active", database)));
    }

    [Fact]
    public async Task A_token_seen_before_adds_nothing()
    {
        var database = await NewTableAsync("(id Int64) ENGINE = MergeTree ORDER BY id SETTINGS non_replicated_deduplication_window = 100");
        using var block = OneColumn([1, 2, 3]);
        foreach (var token in (string[])["a", "a", "b"])
            await fixture.Engine.InsertAsync(database, "t", block.ToBlock(), token, CancellationToken.None);
        Assert.Equal("6", (await fixture.RowsAsync("SELECT count() FROM t", database))[0][0]);
    }

    [Fact]
    public async Task A_damaged_block_leaves_nothing_behind()
    {
        var database = await NewTableAsync("(id Int64) ENGINE = MergeTree ORDER BY id");
        using var block = OneColumn(Enumerable.Range(0, 100_000));
        var whole = block.ToBlock();
        await Assert.ThrowsAsync<EngineException>(() =>
            fixture.Engine.InsertAsync(database, "t", whole.Slice(0, whole.Length - 3), null, CancellationToken.None));
        Assert.Equal("0", (await fixture.RowsAsync("SELECT count() FROM t", database))[0][0]);
    }

    [Fact]
    public async Task An_unknown_column_or_table_is_an_error_with_its_code()
    {
        var database = await NewTableAsync("(other Int64) ENGINE = MergeTree ORDER BY other");
        using var block = OneColumn([1]);
        var column = await Assert.ThrowsAsync<EngineException>(() => fixture.Engine.InsertAsync(database, "t", block.ToBlock(), null, CancellationToken.None));
        Assert.NotEqual(0, column.Error.Code);
        var table = await Assert.ThrowsAsync<EngineException>(() => fixture.Engine.InsertAsync(database, "nowhere", block.ToBlock(), null, CancellationToken.None));
        Assert.Equal(EngineErrorKind.UnknownTable, table.Error.Kind);
    }

    [Fact]
    public async Task Names_with_odd_characters_are_names()
    {
        var database = await fixture.NewDatabaseAsync();
        await fixture.Engine.ExecuteAsync($"CREATE TABLE {database}.`a``b\\\\c` (id Int64) ENGINE = MergeTree ORDER BY id", CancellationToken.None);
        using var block = OneColumn([1]);
        await fixture.Engine.InsertAsync(database, "a`b\\c", block.ToBlock(), null, CancellationToken.None);
        Assert.Equal("1", (await fixture.RowsAsync("SELECT count() FROM `a``b\\\\c`", database))[0][0]);
    }

    [Fact]
    public async Task A_hunt_gets_its_temporary_tables_alone()
    {
        using var block = new NativeBlockWriter();
        var k = block.AddColumn("k", NativeColumnType.String);
        foreach (var text in (string[])["x", "y"])
        {
            k.AppendText(text);
            block.EndRow();
        }

        var query = new EngineQuery("SELECT k FROM handed ORDER BY k", "default") { TemporaryTables = [new TemporaryTable("handed", "k String", block.ToBlock())] };
        Assert.Equal(["x", "y"], (await fixture.RowsAsync(query)).Select(row => row[0]));
        var gone = await Assert.ThrowsAsync<EngineException>(() => fixture.RowsAsync("SELECT * FROM handed"));
        Assert.Equal(EngineErrorKind.UnknownTable, gone.Error.Kind);
    }

    [Fact]
    public void A_row_with_two_values_in_one_column_is_refused()
    {
        using var block = new NativeBlockWriter();
        var column = block.AddColumn("a", NativeColumnType.Int64);
        column.AppendInt64(1);
        column.AppendInt64(2);
        Assert.Throws<InvalidOperationException>(block.EndRow);
        Assert.Throws<InvalidOperationException>(() => column.AppendText("x"));
    }

    private static NativeBlockWriter OneColumn(IEnumerable<int> values)
    {
        var block = new NativeBlockWriter();
        var id = block.AddColumn("id", NativeColumnType.Int64);
        foreach (var value in values)
        {
            id.AppendInt64(value);
            block.EndRow();
        }

        return block;
    }
}
