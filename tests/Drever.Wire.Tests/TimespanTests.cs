using System.Globalization;

namespace Drever.Wire.Tests;

/// <summary>Section 6 of the contract.</summary>
public class TimespanTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("2024-02-01T08:00:00Z/2024-02-15T08:00:00Z", "2024-02-01T08:00:00", "2024-02-15T08:00:00")]
    [InlineData("P30D/2024-02-15T08:00:00Z", "2024-01-16T08:00:00", "2024-02-15T08:00:00")]
    [InlineData("2024-02-01T08:00:00Z/P30D", "2024-02-01T08:00:00", "2024-03-02T08:00:00")]
    [InlineData("P30D", "2026-10-22T12:00:00", "2026-11-21T12:00:00")]
    [InlineData("2024-02-01T08:00:00Z", "2024-02-01T08:00:00", "2026-11-21T12:00:00")]
    [InlineData("P90D", "2026-08-23T12:00:00", "2026-11-21T12:00:00")]
    [InlineData("P3D", "2026-11-18T12:00:00", "2026-11-21T12:00:00")]
    [InlineData("PT1H", "2026-11-21T11:00:00", "2026-11-21T12:00:00")]
    [InlineData("P1DT12H", "2026-11-20T00:00:00", "2026-11-21T12:00:00")]
    [InlineData("PT1H30M15.5S", "2026-11-21T10:29:44.5", "2026-11-21T12:00:00")]
    [InlineData("PT0,5H", "2026-11-21T11:30:00", "2026-11-21T12:00:00")]
    [InlineData("P1W", "2026-11-14T12:00:00", "2026-11-21T12:00:00")]
    [InlineData("P1M", "2026-10-22T12:00:00", "2026-11-21T12:00:00")]
    [InlineData("P1Y", "2025-11-21T12:00:00", "2026-11-21T12:00:00")]
    [InlineData("P0D", "2026-11-21T12:00:00", "2026-11-21T12:00:00")]
    [InlineData("p1d", "2026-11-20T12:00:00", "2026-11-21T12:00:00")]
    [InlineData(" P1D ", "2026-11-20T12:00:00", "2026-11-21T12:00:00")]
    [InlineData("P10000Y", "0001-01-01T00:00:00", "2026-11-21T12:00:00")]
    [InlineData("2024-02-01", "2024-02-01T00:00:00", "2026-11-21T12:00:00")]
    [InlineData("2024-02-01T08:00", "2024-02-01T08:00:00", "2026-11-21T12:00:00")]
    [InlineData("2024-02-01T08:00:00", "2024-02-01T08:00:00", "2026-11-21T12:00:00")]
    [InlineData("2024-02-01T08:00:00+02:00", "2024-02-01T06:00:00", "2026-11-21T12:00:00")]
    [InlineData("2024-02-01T08:00:00.1234567Z", "2024-02-01T08:00:00.1234567", "2026-11-21T12:00:00")]
    [InlineData("2024-02-01T08:00:00.123456789123Z", "2024-02-01T08:00:00.1234567", "2026-11-21T12:00:00")]
    [InlineData("2024-02-01t08:00:00z/p1d", "2024-02-01T08:00:00", "2024-02-02T08:00:00")]
    [InlineData("9999-12-31T00:00:00Z/P1Y", "9999-12-31T00:00:00", "9999-12-31T23:59:59.9999999")]
    public void Good(string text, string start, string end)
    {
        var reading = WireTimespan.Parse(text, Now);
        Assert.Null(reading.Fault);
        Assert.Equal(start, Iso(reading.Window!.Value.StartUtc));
        Assert.Equal(end, Iso(reading.Window!.Value.EndUtc));
        Assert.Equal(DateTimeKind.Utc, reading.Window!.Value.StartUtc.Kind);
        Assert.Equal(DateTimeKind.Utc, reading.Window!.Value.EndUtc.Kind);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("P")]
    [InlineData("PT")]
    [InlineData("P1")]
    [InlineData("1D")]
    [InlineData("P1DT")]
    [InlineData("PD")]
    [InlineData("P-1D")]
    [InlineData("-P1D")]
    [InlineData("P1D1D")]
    [InlineData("P1D1M")]
    [InlineData("PT1H1D")]
    [InlineData("PT1HT1M")]
    [InlineData("PT1M1H")]
    [InlineData("P1.5DT1H")]
    [InlineData("PT1.5H3M")]
    [InlineData("P1..5D")]
    [InlineData("P.5D")]
    [InlineData("P5.D")]
    [InlineData("P1H")]
    [InlineData("PT1D")]
    [InlineData("P99999999999999999999D")]
    [InlineData("P30000Y")]
    [InlineData("P1D/P1D")]
    [InlineData("P1D/")]
    [InlineData("/P1D")]
    [InlineData("2024-02-15T08:00:00Z/2024-02-01T08:00:00Z")]
    [InlineData("2024-02-15T08:00:00Z/2024-02-16T08:00:00Z/P1D")]
    [InlineData("2027-01-01T00:00:00Z")]
    [InlineData("2024-13-01")]
    [InlineData("2024-02-30T00:00:00Z")]
    [InlineData("2024-02-01T25:00:00Z")]
    [InlineData("2024-02-01T08:00:00.Z.")]
    [InlineData("30 days")]
    [InlineData("30")]
    [InlineData("ago(1d)")]
    [InlineData("P1D\0")]
    [InlineData("P١D")]
    [InlineData("'; DROP TABLE x --")]
    public void Bad(string text)
    {
        var reading = WireTimespan.Parse(text, Now);
        Assert.Null(reading.Window);
        Assert.Equal(FaultKind.BadTimespan, reading.Fault!.Kind);
    }

    [Fact]
    public void A_long_text_is_refused_at_once() =>
        Assert.NotNull(WireTimespan.Parse("P" + new string('1', 1_000_000) + "D", Now).Fault);

    private static string Iso(DateTime value) => value.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture);
}
