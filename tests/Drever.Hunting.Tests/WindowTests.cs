using System.Globalization;

namespace Drever.Hunting.Tests;

/// <summary>Which rows a hunt may see: contract section 6, design section 6.</summary>
public class WindowTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);
    private static readonly Tenant Tenant = new(Guid.NewGuid(), "default");

    [Theory]
    [InlineData(null, null, "2026-10-22T12:00:00", null)]
    [InlineData("2026-11-20", "2026-11-21", "2026-11-20", "2026-11-21")]
    [InlineData("2026-08-01", "2026-11-21", "2026-10-22T12:00:00", "2026-11-21")]
    [InlineData("2020-01-01", "2020-02-01", "2026-10-22T12:00:00", "2020-02-01")]
    public async Task A_window_reaches_back_thirty_days_at_most(string? from, string? to, string? expectedFrom, string? expectedTo)
    {
        var asked = from is null && to is null ? (TimeWindow?)null : new TimeWindow(Date(from), Date(to));
        var hunt = await Admit(Tenant, asked, HuntingFamily.Graph);
        Assert.Equal(new TimeWindow(Date(expectedFrom), Date(expectedTo)), hunt.Window);
    }

    [Fact]
    public async Task A_tenant_that_keeps_years_can_hunt_in_them()
    {
        var archive = Tenant with { LookBack = new LookBack(TimeSpan.FromDays(30), null) };
        var asked = new TimeWindow(Date("2020-01-01"), Date("2020-02-01"));
        Assert.Equal(asked, (await Admit(archive, asked, HuntingFamily.Graph)).Window);
        Assert.Equal(Date("2026-10-22T12:00:00"), (await Admit(archive, null, HuntingFamily.Graph)).Window.FromUtc);
    }

    [Fact]
    public async Task The_command_line_looks_at_everything()
    {
        Assert.True((await Admit(Tenant, null, HuntingFamily.Local)).Window.IsEverything);
        var asked = new TimeWindow(Date("2001-01-01"), null);
        Assert.Equal(asked, (await Admit(Tenant, asked, HuntingFamily.Local)).Window);
    }

    [Fact]
    public void A_look_back_longer_than_the_calendar_starts_with_it() => Assert.Equal(
        DateTime.MinValue,
        new LookBack(TimeSpan.MaxValue, null).Effective(Request(Tenant.Id, null, HuntingFamily.Graph), Now.UtcDateTime).FromUtc);

    [Fact]
    public async Task An_unknown_tenant_is_refused()
    {
        var decision = await new DefaultAdmission(new TenantRegistry([Tenant]), new Clock(Now))
            .AdmitAsync(Request(Guid.NewGuid(), null, HuntingFamily.Graph), default);
        Assert.Equal(HuntingErrorKind.Forbidden, decision.Refusal!.Kind);
        Assert.Null(decision.Hunt);
    }

    [Theory]
    [InlineData(HuntingFamily.Mde, 600, 10_000)]
    [InlineData(HuntingFamily.M365d, 600, 100_000)]
    [InlineData(HuntingFamily.Graph, 180, 100_000)]
    public async Task Each_family_has_its_limits(HuntingFamily family, int seconds, long rows)
    {
        var limits = (await Admit(Tenant, null, family)).Limits;
        Assert.Equal(TimeSpan.FromSeconds(seconds), limits.RequestTimeout);
        Assert.Equal(rows, limits.MaxRows);
        Assert.Same(limits, LimitProfiles.Find(limits.Name.ToUpperInvariant()));
    }

    [Fact]
    public void Graph_answers_fifty_megabytes() =>
        Assert.Equal(50 * 1024 * 1024, LimitProfiles.DefaultFor(HuntingFamily.Graph).MaxResultBytes);

    private static async Task<AdmittedHunt> Admit(Tenant tenant, TimeWindow? window, HuntingFamily family)
    {
        var admission = new DefaultAdmission(new TenantRegistry([tenant]), new Clock(Now));
        var decision = await admission.AdmitAsync(Request(tenant.Id, window, family), default);
        Assert.Null(decision.Refusal);
        return decision.Hunt!;
    }

    private static HuntingRequest Request(Guid tenant, TimeWindow? window, HuntingFamily family) =>
        new("T", window, new Caller(tenant, "app", null, [], []), family);

    private static DateTime? Date(string? text) => text is null
        ? null
        : DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);

    private sealed class Clock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
