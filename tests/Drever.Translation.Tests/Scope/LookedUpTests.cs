using System.Collections.Immutable;
using Drever.Testing;
using Drever.Translation.Tests.Logic;
using Drever.Translation.Tests.Support;

namespace Drever.Translation.Tests.Scope;

/// <summary>What is looked up for a query (columns of bag_unpack and pivot, a file's profile) is held to what the caller may see.</summary>
[Collection(EngineCollection.Name)]
public sealed class LookedUpTests(EngineFixture engine, LogicDatabase logic) : IClassFixture<LogicDatabase>
{
    private const string Pivot = "DeviceProcessEvents | project k = 1, FileName = tolower(FileName) | evaluate pivot(FileName)";
    private const string Unpack = "DeviceProcessEvents | project P = parse_json(AdditionalFields) | evaluate bag_unpack(P)";
    private const string Profile = "print SHA1 = 'aaaa000000000000000000000000000000000001' | invoke FileProfile() | project GlobalPrevalence, GlobalFirstSeen, Signer";

    [Fact]
    public async Task Columns_are_those_of_the_window()
    {
        var early = new QueryWindow(null, new DateTime(2026, 3, 10, 23, 0, 0, DateTimeKind.Utc));
        Assert.Equal("k,powershell.exe", await ColumnsAsync(Pivot, c => c with { Window = early }));
        Assert.Equal("k,bash,cmd.exe", await ColumnsAsync(Pivot, c => c with { Window = new QueryWindow(new DateTime(2026, 3, 11, 0, 0, 0, DateTimeKind.Utc), null) }));
        Assert.Equal("Depth,Note,Tags", await ColumnsAsync(Unpack, c => c with { Window = early }));
    }

    [Fact]
    public async Task Columns_are_those_of_the_devices_that_may_be_seen()
    {
        Assert.Equal("k,powershell.exe", await ColumnsAsync(Pivot, c => c with { DeviceGroups = ["Clients"] }));
        Assert.Equal("Depth", await ColumnsAsync(Unpack, c => c with { DeviceGroups = ["Servers"] }));
        Assert.Equal("k", await ColumnsAsync(Pivot, c => c with { DeviceGroups = ImmutableArray<string>.Empty }));
    }

    [Fact]
    public async Task A_file_profile_looks_beyond_the_window_but_not_at_hidden_devices()
    {
        var last = new QueryWindow(new DateTime(2026, 3, 12, 0, 0, 0, DateTimeKind.Utc), null);
        const string Everything = """[2,"2026-03-01T00:00:00.0000000Z","Contoso"]""";
        Assert.Equal(Everything, await RowAsync(Profile, c => c));
        Assert.Equal(Everything, await RowAsync(Profile, c => c with { Window = last }));
        Assert.Equal("""[1,"2026-03-01T00:00:00.0000000Z","Contoso"]""", await RowAsync(Profile, c => c with { DeviceGroups = ["Clients"] }));
        Assert.Equal("""[null,null,""]""", await RowAsync(Profile, c => c with { DeviceGroups = ImmutableArray<string>.Empty }));
    }

    [Fact]
    public async Task What_the_query_itself_reads_before_a_profile_keeps_its_window()
    {
        var none = new QueryWindow(new DateTime(2026, 4, 1, 0, 0, 0, DateTimeKind.Utc), null);
        Assert.Equal("[0]", await RowAsync("DeviceImageLoadEvents | invoke FileProfile(SHA1) | count", c => c with { Window = none }));
    }

    private async Task<string> ColumnsAsync(string query, Func<CompileContext, CompileContext> scope) =>
        string.Join(',', (await AnswerAsync(query, scope)).Columns.Select(c => c.Name));

    private async Task<string> RowAsync(string query, Func<CompileContext, CompileContext> scope) =>
        Assert.Single((await AnswerAsync(query, scope)).Rows).ToJsonString();

    private async Task<QueryAnswer> AnswerAsync(string query, Func<CompileContext, CompileContext> scope)
    {
        var database = await logic.NameAsync(engine);
        var runner = new QueryRunner(engine.Engine, database);
        var answer = await new QueryRunner(engine.Engine, database) { Context = scope(runner.Context) }.RunAsync(query);
        Assert.True(answer.Error is null, answer.Error);
        return answer;
    }
}
