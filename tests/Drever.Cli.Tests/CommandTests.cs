using System.Text.Json;

namespace Drever.Cli.Tests;

/// <summary>The commands that need no server, each in a process of its own.</summary>
public sealed class CommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("drever-cmd-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Check_says_what_and_where()
    {
        var result = await DreverCommand.RunAsync("check", "DeviceProcessEvents | where FileNam == 'x'");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("KS142", result.Error, StringComparison.Ordinal);
        Assert.Contains("FileNam", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_of_a_file_writes_a_line_for_each_query()
    {
        var (queries, results) = (PathOf("q.jsonl"), PathOf("r.jsonl"));
        await File.WriteAllTextAsync(queries, """
            {"id":"good","query":"DeviceProcessEvents | summarize count() by FileName"}
            {"id":2,"query":"Nope | take 1"}
            """);
        var result = await DreverCommand.RunAsync("check", "--queries", queries, "--results", results);

        Assert.Equal(1, result.ExitCode);
        var lines = await File.ReadAllLinesAsync(results);
        Assert.Equal("""{"id":"good","ok":true,"diagnostics":[],"columns":[{"name":"FileName","type":"string"},{"name":"count_","type":"long"}]}""", lines[0]);
        using var second = JsonDocument.Parse(lines[1]);
        Assert.Equal(2, second.RootElement.GetProperty("id").GetInt32());
        Assert.False(second.RootElement.GetProperty("ok").GetBoolean());
        Assert.Equal(JsonValueKind.Null, second.RootElement.GetProperty("columns").ValueKind);
        var diagnostic = second.RootElement.GetProperty("diagnostics")[0];
        Assert.Equal(("Error", 0, 4), (diagnostic.GetProperty("severity").GetString(), diagnostic.GetProperty("start").GetInt32(), diagnostic.GetProperty("length").GetInt32()));
    }

    [Fact]
    public async Task Query_of_a_file_writes_columns_rows_and_errors()
    {
        var (queries, results) = (PathOf("q.jsonl"), PathOf("r.jsonl"));
        await File.WriteAllTextAsync(queries, """
            {"id":"a","query":"print b = true, l = 1, r = 1.5, t = datetime(2020-01-02 03:04:05.5), s = 90m, g = guid(00000000-0000-0000-0000-000000000001), d = dynamic({\"x\":[1,null]}), n = long(null), e = ''"}
            {"id":"b","query":"print nope"}
            """);
        var result = await DreverCommand.RunAsync("query", "--data", PathOf("data"), "--queries", queries, "--results", results);

        Assert.Equal(1, result.ExitCode);
        var lines = await File.ReadAllLinesAsync(results);
        Assert.Equal(
            """{"id":"a","columns":[{"name":"b","type":"bool"},{"name":"l","type":"long"},{"name":"r","type":"real"},{"name":"t","type":"datetime"},{"name":"s","type":"timespan"},{"name":"g","type":"guid"},{"name":"d","type":"dynamic"},{"name":"n","type":"long"},{"name":"e","type":"string"}],"rows":[[true,1,1.5,"2020-01-02T03:04:05.5000000Z","01:30:00","00000000-0000-0000-0000-000000000001",{"x":[1,null]},null,""]],"error":null}""",
            lines[0]);
        using var second = JsonDocument.Parse(lines[1]);
        Assert.Contains("nope", second.RootElement.GetProperty("error").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_ingest_of_the_same_file_adds_nothing()
    {
        var records = PathOf("records.ndjson");
        await File.WriteAllTextAsync(records, SampleRecords.Of(new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc)) + "not a record\n");

        var first = await DreverCommand.RunAsync("ingest", "--data", PathOf("data"), records);
        var second = await DreverCommand.RunAsync("ingest", "--data", PathOf("data"), records);
        var count = await DreverCommand.RunAsync("query", "--data", PathOf("data"), "--format", "ndjson", "DeviceProcessEvents | count");

        Assert.Contains("4 stored, 0 duplicates, 1 rejected", first.Output, StringComparison.Ordinal);
        Assert.Contains("line 5", first.Error, StringComparison.Ordinal);
        Assert.Contains("0 stored, 4 duplicates, 1 rejected", second.Output, StringComparison.Ordinal);
        Assert.Equal("""{"Count":4}""", count.Output.Trim());
    }

    [Theory]
    [InlineData("query")]
    [InlineData("query", "print 1", "--format", "xml")]
    [InlineData("check", "--queries", "only-one.jsonl")]
    [InlineData("token")]
    [InlineData("token", "--api", "graf")]
    [InlineData("nonsense")]
    [InlineData("serve", "--urls", "not an address")]
    [InlineData("query", "print 1", "--tenant", "nobody")]
    public async Task A_wrong_call_ends_with_2_and_one_sentence(params string[] arguments)
    {
        var result = await DreverCommand.RunAsync(arguments.Contains("nonsense") ? arguments : [.. arguments, .. arguments[0] == "check" ? [] : new[] { "--data", PathOf("data") }]);

        Assert.Equal(2, result.ExitCode);
        Assert.StartsWith("drever: ", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Token_is_alone_on_its_last_line_and_secrets_are_the_owners()
    {
        var result = await DreverCommand.RunAsync("token", "--data", PathOf("data"), "--api", "graph");

        Assert.Equal(0, result.ExitCode);
        Assert.Equal(3, result.Output.TrimEnd().Split('\n')[^1].Split('.').Length);
        if (OperatingSystem.IsWindows())
            return;
        foreach (var file in Directory.GetFiles(PathOf("data/auth")))
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
    }

    [Fact]
    public async Task Schema_shows_a_table()
    {
        var result = await DreverCommand.RunAsync("schema", "DeviceProcessEvents");

        Assert.Contains("ProcessCommandLine", result.Output, StringComparison.Ordinal);
    }

    private string PathOf(string name) => Path.Combine(_folder, name);
}
