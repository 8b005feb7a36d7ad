using System.Collections.Immutable;
using Drever.Testing;
using Drever.Translation.Tests.Logic;
using Drever.Translation.Tests.Support;

namespace Drever.Translation.Tests.Scope;

/// <summary>What a caller may see holds wherever a table is named: no query text gets around the window or the devices.</summary>
[Collection(EngineCollection.Name)]
public sealed class ScopeTests(EngineFixture engine, LogicDatabase logic) : IClassFixture<LogicDatabase>
{
    /// <summary>Queries whose single cell is a number of process rows, each reaching the table in another way.</summary>
    public static TheoryData<string> Ways => new(
        "DeviceProcessEvents | count",
        "let T = DeviceProcessEvents; T | count",
        "let T = () { DeviceProcessEvents }; T() | count",
        "let T = materialize(DeviceProcessEvents); union T, (T | where false) | count",
        "union DeviceProcessEvents, (DeviceLogonEvents | where false) | count",
        "union Device*, DeviceProcessEvents | where ActionType == 'ProcessCreated' | distinct ProcessCommandLine | count",
        "print n = toscalar(DeviceProcessEvents | count)",
        "DeviceProcessEvents | where FileName in ((DeviceProcessEvents | project FileName)) | count",
        "DeviceProcessEvents | join kind=inner (DeviceProcessEvents) on ProcessCommandLine | count",
        "DeviceProcessEvents | join kind=leftsemi (DeviceProcessEvents) on ProcessCommandLine | count",
        "DeviceProcessEvents | as X | where true | count",
        "DeviceProcessEvents | where Timestamp > datetime(1900-01-01) or true | count",
        "search in (DeviceProcessEvents) 'ProcessCreated' | count",
        "find in (DeviceProcessEvents) where ActionType == 'ProcessCreated' project ActionType | count",
        "ProcessCreationEvents | count",
        "range x from 1 to 1 step 1 | extend n = toscalar(DeviceProcessEvents | summarize count()) | project n");

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task The_window_holds_with_both_ends(string query)
    {
        var window = new QueryWindow(new(2026, 3, 10, 10, 0, 0, DateTimeKind.Utc), new DateTime(2026, 3, 11, 0, 0, 0, DateTimeKind.Utc));
        Assert.Equal(3, await NumberAsync(query, c => c with { Window = window }));
        Assert.Equal(4, await NumberAsync(query, c => c));
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Only_devices_whose_latest_group_is_visible_show(string query)
    {
        // d1 was a server once and is a client now
        Assert.Equal(2, await NumberAsync(query, c => c with { DeviceGroups = ["Clients"] }));
        Assert.Equal(1, await NumberAsync(query, c => c with { DeviceGroups = ["Servers"] }));
        Assert.Equal(0, await NumberAsync(query, c => c with { DeviceGroups = ImmutableArray<string>.Empty }));
        Assert.Equal(0, await NumberAsync(query, c => c with { DeviceGroups = ["' OR 1=1 --"] }));
    }

    [Fact]
    public async Task A_window_that_ends_before_it_starts_sees_nothing()
    {
        var window = new QueryWindow(new(2027, 1, 1, 0, 0, 0, DateTimeKind.Utc), new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        Assert.Equal(0, await NumberAsync("DeviceProcessEvents | count", c => c with { Window = window }));
    }

    [Fact]
    public async Task Tables_without_devices_are_not_narrowed()
    {
        var answer = await AnswerAsync("EmailEvents | project Subject", c => c with { DeviceGroups = ["Clients"] });
        Assert.Null(answer.Error);
        Assert.DoesNotContain("MachineGroup", answer.Sql, StringComparison.Ordinal);
    }

    [Fact]
    public void A_legacy_table_says_so()
    {
        var context = new CompileContext(QueryRunner.Schema, QueryRunner.Functions, "db", QueryRunner.Now);
        Assert.True(QueryCompiler.Compile("ProcessCreationEvents | project EventTime", context).Query!.UsesLegacyTables);
        Assert.False(QueryCompiler.Compile("DeviceProcessEvents | project Timestamp", context).Query!.UsesLegacyTables);
        Assert.True(QueryCompiler.Compile("print x = toscalar(ProcessCreationEvents | project EventTime)", context).Query!.UsesLegacyTables);
    }

    private async Task<long> NumberAsync(string query, Func<CompileContext, CompileContext> change)
    {
        var answer = await AnswerAsync(query, change);
        Assert.True(answer.Error is null, $"{query}: {answer.Error}\n{answer.Sql}");
        return (long)Assert.Single(answer.Rows)[0]!;
    }

    private async Task<QueryAnswer> AnswerAsync(string query, Func<CompileContext, CompileContext> change)
    {
        var database = await logic.NameAsync(engine);
        var context = change(new CompileContext(QueryRunner.Schema, QueryRunner.Functions, database, QueryRunner.Now));
        return await new QueryRunner(engine.Engine, database) { Context = context }.RunAsync(query);
    }
}
