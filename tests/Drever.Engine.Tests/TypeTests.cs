using System.Text;
using Drever.Testing;

namespace Drever.Engine.Tests;

[Collection(EngineCollection.Name)]
public sealed class TypeTests(EngineFixture fixture)
{
    [Theory]
    [InlineData("toInt8(-128)", "-128")]
    [InlineData("toUInt8(255)", "255")]
    [InlineData("toInt16(-32768)", "-32768")]
    [InlineData("toUInt16(65535)", "65535")]
    [InlineData("toInt32(-2147483648)", "-2147483648")]
    [InlineData("toUInt32(4294967295)", "4294967295")]
    [InlineData("toInt64('-9223372036854775808')", "-9223372036854775808")]
    [InlineData("toUInt64('18446744073709551615')", "18446744073709551615")]
    [InlineData("toInt128('-170141183460469231731687303715884105728')", "-170141183460469231731687303715884105728")]
    [InlineData("toUInt128('340282366920938463463374607431768211455')", "340282366920938463463374607431768211455")]
    [InlineData("toUInt256('115792089237316195423570985008687907853269984665640564039457584007913129639935')", "115792089237316195423570985008687907853269984665640564039457584007913129639935")]
    [InlineData("true", "true")]
    [InlineData("toFloat32(0.1)", "0.1")]
    [InlineData("0.1::Float64", "0.1")]
    [InlineData("nan", "NaN")]
    [InlineData("toDecimal32('-1.50', 4)", "-1.5")]
    [InlineData("toDecimal64('0.001', 3)", "0.001")]
    [InlineData("toDecimal128('-12345678901234567890.123456789', 9)", "-12345678901234567890.123456789")]
    [InlineData("toDecimal256('2', 10)", "2")]
    [InlineData("'text'", "text")]
    [InlineData("toFixedString('abc', 3)", "abc")]
    [InlineData("toLowCardinality('low')", "low")]
    [InlineData("toLowCardinality(toNullable('low'))", "low")]
    [InlineData("toDate('2024-02-29')", "2024-02-29T00:00:00Z")]
    [InlineData("toDate32('1900-01-02')", "1900-01-02T00:00:00Z")]
    [InlineData("toDateTime('2024-02-29 12:34:56')", "2024-02-29T12:34:56Z")]
    [InlineData("toDateTime64('2020-08-30 06:38:35.7664356', 7)", "2020-08-30T06:38:35.7664356Z")]
    [InlineData("toDateTime64('1900-01-02 00:00:00.001', 3)", "1900-01-02T00:00:00.001Z")]
    [InlineData("toDateTime64('1969-12-31 23:59:59.999999999', 9)", "1969-12-31T23:59:59.9999999Z")]
    [InlineData("toUUID('01234567-89ab-cdef-0123-456789abcdef')", "01234567-89ab-cdef-0123-456789abcdef")]
    [InlineData("toIPv4('192.168.1.200')", "192.168.1.200")]
    [InlineData("toIPv6('2001:db8::1')", "2001:db8::1")]
    [InlineData("CAST('b', 'Enum8(\\'a\\' = -1, \\'b\\' = 7)')", "7")]
    [InlineData("[1, NULL, 3]", "[1,null,3]")]
    [InlineData("[['a\"b'], []]", "[[\"a\\u0022b\"],[]]")]
    [InlineData("emptyArrayString()", "[]")]
    [InlineData("NULL", null)]
    [InlineData("toNullable(toInt64(5))", "5")]
    [InlineData("CAST(NULL, 'Nullable(DateTime64(7))')", null)]
    public async Task Value_of_every_type_comes_back(string expression, string? expected)
    {
        var rows = await fixture.RowsAsync($"SELECT {expression} AS v, 'after' AS marker");
        Assert.Equal<string?[]>([expected, "after"], Assert.Single(rows));
    }

    [Fact]
    public async Task Times_reach_from_year_1_to_9999_in_ticks()
    {
        long[] ticks = [0, 1, DateTime.UnixEpoch.Ticks - 1, DateTime.MaxValue.Ticks];
        foreach (var tick in ticks)
        {
            var raw = tick - DateTime.UnixEpoch.Ticks;
            await using var result = await fixture.Engine.QueryAsync(
                new EngineQuery($"SELECT reinterpret(toInt64('{raw}'), 'DateTime64(7, \\'UTC\\')')", "default"), CancellationToken.None);
            Assert.True(await result.ReadAsync(CancellationToken.None));
            Assert.Equal(tick, result.GetDateTimeTicks(0));
        }
    }

    [Fact]
    public async Task Strings_keep_NUL_and_invalid_UTF8()
    {
        await using var result = await fixture.Engine.QueryAsync(new EngineQuery("SELECT unhex('0061FF00C328'), ''", "default"), CancellationToken.None);
        Assert.True(await result.ReadAsync(CancellationToken.None));
        Assert.Equal([0x00, 0x61, 0xFF, 0x00, 0xC3, 0x28], result.GetUtf8(0).ToArray());
        Assert.True(result.GetUtf8(1).IsEmpty);
    }

    [Fact]
    public async Task A_NUL_in_the_query_text_reaches_the_engine()
    {
        var rows = await fixture.RowsAsync("SELECT length('a\0b')");
        Assert.Equal("3", rows[0][0]);
    }

    [Fact]
    public async Task Column_names_and_type_texts_are_the_engines()
    {
        await using var result = await fixture.Engine.QueryAsync(
            new EngineQuery("SELECT 1 AS `na me`, toNullable('x') AS `ä`, toDateTime64(0, 7, 'UTC') AS t", "default"), CancellationToken.None);
        Assert.Equal(["na me", "ä", "t"], result.Columns.Select(c => c.Name));
        Assert.Equal(["UInt8", "Nullable(String)", "DateTime64(7, 'UTC')"], result.Columns.Select(c => c.Type.Text));
        Assert.Equal([false, true, false], result.Columns.Select(c => c.Type.Nullable));
    }

    [Fact]
    public async Task An_unknown_type_is_an_error_that_names_it()
    {
        var error = await Assert.ThrowsAsync<EngineException>(() => fixture.RowsAsync("SELECT map('a', 1)"));
        Assert.Contains("Map(", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Typed_getters_read_what_they_are_for()
    {
        const string Sql = "SELECT toInt32(-7), toUInt8(1), true, 2.5, toUUID('01234567-89ab-cdef-0123-456789abcdef'), 'ü', CAST(NULL, 'Nullable(Int64)')";
        await using var result = await fixture.Engine.QueryAsync(new EngineQuery(Sql, "default"), CancellationToken.None);
        Assert.True(await result.ReadAsync(CancellationToken.None));
        Assert.Equal(-7, result.GetInt32(0));
        Assert.Equal(-7.0, result.GetDouble(0));
        Assert.True(result.GetBoolean(1));
        Assert.True(result.GetBoolean(2));
        Assert.Equal(2.5, result.GetDouble(3));
        Assert.Equal(new Guid("01234567-89ab-cdef-0123-456789abcdef"), result.GetGuid(4));
        Assert.Equal("ü", Encoding.UTF8.GetString(result.GetUtf8(5)));
        Assert.True(result.IsNull(6));
        Assert.Equal(0, result.GetInt64(6));
        Assert.Throws<InvalidCastException>(() => result.GetInt64(5));
        Assert.False(await result.ReadAsync(CancellationToken.None));
        Assert.False(await result.ReadAsync(CancellationToken.None));
    }
}
