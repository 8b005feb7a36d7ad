using Drever.Engine;
using Drever.Schema;
using Drever.Testing;

namespace Drever.Hunting.Tests;

/// <summary>Hunts on the real engine.</summary>
[Collection(EngineCollection.Name)]
public sealed class HuntingServiceTests(EngineFixture fixture)
{
    private static readonly DateTime Now = new(2026, 11, 21, 12, 0, 0, DateTimeKind.Utc);
    private static readonly HuntCompiler Compiler = HuntCompiler.Load();

    [Theory]
    [InlineData("print", HuntingErrorKind.Syntax)]
    [InlineData("T | where", HuntingErrorKind.Syntax)]
    [InlineData(".show tables", HuntingErrorKind.Syntax)]
    [InlineData("NoSuchTable | take 1", HuntingErrorKind.Semantic)]
    [InlineData("print x = no_such_function(1)", HuntingErrorKind.Semantic)]
    [InlineData("print x = file('/etc/passwd')", HuntingErrorKind.Semantic)]
    [InlineData("print x = tolong()", HuntingErrorKind.Semantic)]
    public async Task A_wrong_query_is_an_error_of_its_kind(string query, HuntingErrorKind kind)
    {
        var outcome = await RunAsync(query, await NewTenantAsync());
        Assert.Null(outcome.Answer);
        Assert.Equal(kind, outcome.Error!.Kind);
        Assert.NotEmpty(outcome.Error.Message);
    }

    [Fact]
    public async Task Rows_come_with_KQL_types_and_figures()
    {
        var rows = await RowsAsync("print a = 1, b = 'x', c = 1.5, d = datetime(2020-08-30), e = dynamic({\"k\":[1]}), f = true, g = 1h", await NewTenantAsync());
        Assert.Equal(["a Long", "b String", "c Real", "d DateTime", "e Dynamic", "f Bool", "g TimeSpan"], rows.Columns);
        Assert.Equal(["1|x|1.5|" + new DateTime(2020, 8, 30).Ticks + "|{\"k\":[1]}|True|" + TimeSpan.TicksPerHour], rows.Rows);
        Assert.True(rows.Stats.Execution > TimeSpan.Zero);
        Assert.False(rows.Truncated);
    }

    [Fact]
    public async Task The_row_limit_cuts_and_says_so()
    {
        var tenant = await NewTenantAsync();
        var whole = await RowsAsync("range x from 1 to 10000 step 1", tenant, HuntingFamily.Mde);
        Assert.Equal((10_000, false), (whole.Rows.Count, whole.Truncated));
        var cut = await RowsAsync("range x from 1 to 10001 step 1", tenant, HuntingFamily.Mde);
        Assert.Equal((10_000, true), (cut.Rows.Count, cut.Truncated));
    }

    [Fact]
    public async Task Each_tenant_sees_its_own_rows_of_the_last_thirty_days()
    {
        var (one, two) = (await NewTenantAsync(), await NewTenantAsync());
        await InsertAsync(one, Now.AddDays(-1), "recent");
        await InsertAsync(one, Now.AddDays(-31), "old");
        await InsertAsync(two, Now.AddDays(-1), "other");
        const string Query = "DeviceProcessEvents | project FileName | order by FileName asc";
        Assert.Equal(["recent"], (await RowsAsync(Query, one)).Rows);
        Assert.Equal(["other"], (await RowsAsync(Query, two)).Rows);
        Assert.Equal(["old", "recent"], (await RowsAsync(Query, one, HuntingFamily.Local)).Rows);
        Assert.Equal(["recent"], (await RowsAsync("ProcessCreationEvents | project FileName", one, HuntingFamily.Mde)).Rows);
    }

    [Fact]
    public async Task A_query_of_an_unknown_tenant_is_refused_before_it_is_read()
    {
        var service = Service(new Tenant(Guid.NewGuid(), "known"));
        var request = new HuntingRequest("print 1", null, new Caller(Guid.NewGuid(), "app", null, [], []), HuntingFamily.Graph);
        Assert.Equal(HuntingErrorKind.Forbidden, (await service.RunAsync(request, default)).Error!.Kind);
    }

    [Fact]
    public async Task A_cancelled_hunt_throws()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => RunAsync("print 1", new Tenant(Guid.NewGuid(), "x"), cancel: cancelled.Token));
    }

    [Fact]
    public async Task Columns_that_only_the_data_can_give_are_looked_up_in_the_callers_tenant_and_window()
    {
        var (one, two) = (await NewTenantAsync(), await NewTenantAsync());
        await InsertAsync(one, Now.AddDays(-1), "recent");
        await InsertAsync(one, Now.AddDays(-31), "old");
        await InsertAsync(two, Now.AddDays(-1), "other");
        const string Query = "DeviceProcessEvents | project k = 1, FileName | evaluate pivot(FileName)";
        var rows = await RowsAsync(Query, one);
        Assert.Equal(["k Long", "recent Long"], rows.Columns);
        Assert.Equal(["1|1"], rows.Rows);
        Assert.True(rows.Stats.RowsRead > (await RowsAsync("DeviceProcessEvents | project k = 1, FileName", one)).Stats.RowsRead);
        Assert.Equal(["k Long", "old Long", "recent Long"], (await RowsAsync(Query, one, HuntingFamily.Local)).Columns);
        Assert.Equal(["k Long", "other Long"], (await RowsAsync(Query, two)).Columns);
    }

    [Fact]
    public async Task A_failure_to_find_the_columns_is_the_hunts_failure()
    {
        var tenant = await NewTenantAsync();
        var outcome = await RunAsync("range x from 1 to 2000 step 1 | extend k = 1 | evaluate pivot(x)", tenant);
        Assert.Equal(HuntingErrorKind.Semantic, outcome.Error!.Kind);
        Assert.Contains("more than 1000 columns", outcome.Error.Message, StringComparison.Ordinal);
    }

    private async Task<Tenant> NewTenantAsync()
    {
        var tenant = new Tenant(Guid.NewGuid(), "t" + Guid.NewGuid().ToString("N"));
        await TenantDatabase.EnsureAsync(fixture.Engine, Schema, tenant.Database, default);
        return tenant;
    }

    private static readonly HuntingSchema Schema = HuntingSchema.Load();

    private Task InsertAsync(Tenant tenant, DateTime at, string file) => fixture.Engine.ExecuteAsync(
        $"INSERT INTO {tenant.Database}.DeviceProcessEvents (Timestamp, FileName) VALUES ('{at:yyyy-MM-dd HH:mm:ss}', '{file}')", default);

    private Task<HuntingOutcome> RunAsync(string query, Tenant tenant, HuntingFamily family = HuntingFamily.Graph, CancellationToken cancel = default) =>
        Service(tenant).RunAsync(new HuntingRequest(query, null, new Caller(tenant.Id, "app", null, [], []), family), cancel);

    private async Task<Collected> RowsAsync(string query, Tenant tenant, HuntingFamily family = HuntingFamily.Graph)
    {
        var outcome = await RunAsync(query, tenant, family);
        Assert.Null(outcome.Error);
        await using var answer = outcome.Answer!;
        var rows = new List<string>();
        while (await answer.ReadAsync(default))
            rows.Add(string.Join('|', Enumerable.Range(0, answer.Columns.Length).Select(i => Cells.Text(answer, i))));
        Assert.Null(answer.Error);
        return new Collected([.. answer.Columns.Select(c => $"{c.Name} {c.Type}")], rows, answer.Stats, answer.Truncated);
    }

    private HuntingService Service(Tenant tenant)
    {
        var (tenants, clock) = (new TenantRegistry([tenant]), new Clock());
        return new HuntingService(fixture.Engine, Compiler, new DefaultAdmission(tenants, clock), tenants, clock, new HuntingServiceOptions());
    }

    private sealed record Collected(IReadOnlyList<string> Columns, IReadOnlyList<string> Rows, HuntingStats Stats, bool Truncated);

    private sealed class Clock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(Now);
    }
}
