using System.Globalization;
using Drever.Kql.Syntax;
using Drever.Kql.Text;

namespace Drever.Kql.Tests.Syntax;

/// <summary>The values of literals, against values that .NET computes another way.</summary>
public class LiteralTests
{
    [Theory]
    [InlineData("datetime(2020-02-29T23:59:59.9999999Z)", "2020-02-29T23:59:59.9999999Z")]
    [InlineData("datetime(0001-01-01)", "0001-01-01T00:00:00Z")]
    [InlineData("datetime(9999-12-31 23:59:59.9999999)", "9999-12-31T23:59:59.9999999Z")]
    [InlineData("datetime(2020-01-01T01:00:00-05:30)", "2020-01-01T06:30:00Z")]
    [InlineData("datetime(Sat, 08 Nov 14 15:05:02 GMT)", "2014-11-08T15:05:02Z")]
    [InlineData("datetime(2025, 6, 14)", "2025-06-14T00:00:00Z")]
    [InlineData("datetime(2017 - 08 - 01)", "2017-08-01T00:00:00Z")]
    [InlineData("datetime('12-02-2022')", "2022-12-02T00:00:00Z")]
    public void A_datetime_is_ticks_of_utc(string literal, string expected) =>
        Assert.Equal(
            DateTime.ParseExact(expected, "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal).Ticks,
            Literal<DateTimeLiteral>(literal).Ticks);

    [Theory]
    [InlineData("datetime(0001-01-01T00:00:00+01:00)")]
    [InlineData("datetime(2020-01-01T24:00:00)")]
    [InlineData("datetime(2021-02-29)")]
    [InlineData("datetime(8 Nov)")]
    [InlineData("timespan(1 parsec)")]
    [InlineData("99999999999d")]
    [InlineData("int(2147483648)")]
    [InlineData("0x1FFFFFFFFFFFFFFFF")]
    [InlineData("decimal(100000000000000000000000000000000000000)")]
    [InlineData("decimal(1e200)")]
    [InlineData("guid(0)")]
    public void What_is_no_value_is_null_with_a_warning(string literal)
    {
        var result = KqlParser.Parse(new SourceText("print " + literal), ParseLimits.Default);
        Assert.Equal("KS004", Assert.Single(result.Diagnostics).Code);
        Assert.False(result.HasErrors);
        Assert.EndsWith("(null)", SyntaxPrinter.Print(Value(result)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("15 seconds", 150_000_000)]
    [InlineData("2", 2 * TimeSpan.TicksPerDay)]
    [InlineData("0.12:34:56.7", 452_967_000_000)]
    [InlineData("-1.00:00:01", -TimeSpan.TicksPerDay - TimeSpan.TicksPerSecond)]
    [InlineData("1.5ms", 15_000)]
    [InlineData("250nanoseconds", 2)]
    [InlineData("0:00:00.00000019", 1)]
    [InlineData("10675199.02:48:05.4775807", long.MaxValue)]
    public void A_timespan_is_ticks(string text, long expected) =>
        Assert.Equal(expected, Literal<TimeSpanLiteral>("time(" + text + ")").Ticks);

    [Theory]
    [InlineData("decimal(-1.50)", "-150", 2)]
    [InlineData("decimal(0.00000000000000000000000000000000000019)", "19", 38)]
    [InlineData("decimal(12345678901234567890123456789012345678.9)", "12345678901234567890123456789012345679", 0)]
    [InlineData("decimal(1.5e3)", "1500", 0)]
    [InlineData("decimal(15e-3)", "15", 3)]
    public void A_decimal_is_exact(string literal, string unscaled, int scale) =>
        Assert.Equal(new DecimalValue(Int128.Parse(unscaled, CultureInfo.InvariantCulture), scale), Literal<DecimalLiteral>(literal).Value);

    [Theory]
    [InlineData("""
        "a\tb\\\"\x41\u00e9\101"
        """, "a\tb\\\"A\u00e9A")]
    [InlineData("@'a''\\b'", "a'\\b")]
    [InlineData("```a\n\"b\\n```", "a\n\"b\\n")]
    [InlineData("~~~a```b~~~", "a```b")]
    [InlineData("\"a\" 'b' @\"c\"", "abc")]
    [InlineData("\"\\U0001F600\"", "\U0001F600")]
    [InlineData("\"\\U00110000\"", "\uFFFD")]
    [InlineData("\"\\777\"", "\u003f7")]
    public void A_string_is_its_text(string literal, string expected) => Assert.Equal(expected, Literal<StringLiteral>(literal.Trim()).Value);

    [Fact]
    public void A_hidden_string_says_so() => Assert.True(Literal<StringLiteral>("\"a\" h'b'").IsHidden);

    private static T Literal<T>(string text)
        where T : LiteralExpression
    {
        var result = KqlParser.Parse(new SourceText("print " + text), ParseLimits.Default);
        Assert.Empty(result.Diagnostics);
        return Assert.IsType<T>(Value(result));
    }

    private static Expression Value(SyntaxResult result) =>
        ((PrintOperator)((ExpressionStatement)result.Root.Statements[0]).Expression).Expressions[0];
}
