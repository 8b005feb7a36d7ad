using System.Globalization;
using System.Text;
using Drever.Ingest.Records;
using Drever.Ingest.Rows;

namespace Drever.Ingest.Tests;

public class ConversionTests
{
    [Theory]
    [InlineData(FieldKind.Number, "18984951960", 18984951960L)]
    [InlineData(FieldKind.Number, "639199803770463703", 639199803770463703L)]
    [InlineData(FieldKind.Text, "42", 42L)]
    [InlineData(FieldKind.Text, " -7 ", -7L)]
    [InlineData(FieldKind.Number, "3.0", 3L)]
    [InlineData(FieldKind.Number, "1e3", 1000L)]
    [InlineData(FieldKind.Number, "-9223372036854775808", long.MinValue)]
    [InlineData(FieldKind.True, "true", 1L)]
    [InlineData(FieldKind.Number, "3.5", null)]
    [InlineData(FieldKind.Number, "9223372036854775808", null)]
    [InlineData(FieldKind.Number, "1e400", null)]
    [InlineData(FieldKind.Text, "0x10", null)]
    [InlineData(FieldKind.Text, "1,000", null)]
    [InlineData(FieldKind.Json, "[1]", null)]
    public void Integers(FieldKind kind, string text, long? expected) =>
        Assert.Equal(expected, Conversion.TryInteger(kind, Bytes(text), out var number) ? number : null);

    [Theory]
    [InlineData(FieldKind.Text, "2022-11-07T17:07:28.18835Z", "2022-11-07T17:07:28.1883500")]
    [InlineData(FieldKind.Text, "2026-07-18T14:28:01.1633957Z", "2026-07-18T14:28:01.1633957")]
    [InlineData(FieldKind.Text, "2026-07-18T14:08:56.0000000", "2026-07-18T14:08:56.0000000")]
    [InlineData(FieldKind.Text, "2026-07-18 14:08:56", "2026-07-18T14:08:56.0000000")]
    [InlineData(FieldKind.Text, "2026-07-18T14:08:56.123456789+02:00", "2026-07-18T12:08:56.1234567")]
    [InlineData(FieldKind.Text, "0001-01-01T00:00:00Z", "0001-01-01T00:00:00.0000000")]
    [InlineData(FieldKind.Text, "9999-12-31T23:59:59.9999999Z", "9999-12-31T23:59:59.9999999")]
    [InlineData(FieldKind.Text, "7/18/2026 2:08:56 PM", "2026-07-18T14:08:56.0000000")]
    [InlineData(FieldKind.Text, "2026-02-30T00:00:00Z", null)]
    [InlineData(FieldKind.Text, "0001-01-01T00:00:00+10:00", null)]
    [InlineData(FieldKind.Text, "yesterday", null)]
    [InlineData(FieldKind.Number, "1700000000", null)]
    public void Times(FieldKind kind, string text, string? expected) => Assert.Equal(
        expected,
        Conversion.TryTime(kind, Bytes(text), out var ticks) ? new DateTime(ticks, DateTimeKind.Utc).ToString("yyyy-MM-ddTHH:mm:ss.fffffff", CultureInfo.InvariantCulture) : null);

    [Theory]
    [InlineData(FieldKind.True, "true", true)]
    [InlineData(FieldKind.False, "false", false)]
    [InlineData(FieldKind.Number, "0", false)]
    [InlineData(FieldKind.Number, "1", true)]
    [InlineData(FieldKind.Text, "True", true)]
    [InlineData(FieldKind.Text, "0", false)]
    [InlineData(FieldKind.Text, "yes", null)]
    [InlineData(FieldKind.Json, "{}", null)]
    public void Booleans(FieldKind kind, string text, bool? expected) =>
        Assert.Equal(expected, Conversion.TryBoolean(kind, Bytes(text), out var truth) ? truth : null);

    [Theory]
    [InlineData(FieldKind.Number, "0.75", 0.75)]
    [InlineData(FieldKind.Text, "7.5", 7.5)]
    [InlineData(FieldKind.Text, "high", null)]
    [InlineData(FieldKind.Number, "1e999", null)]
    [InlineData(FieldKind.Text, "NaN", null)]
    public void Reals(FieldKind kind, string text, double? expected) =>
        Assert.Equal(expected, Conversion.TryReal(kind, Bytes(text), out var number) ? number : null);

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
