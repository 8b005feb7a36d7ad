using Drever.Testing;

namespace Drever.Engine.Tests;

/// <summary>What a hunt cannot do, whatever its text.</summary>
[Collection(EngineCollection.Name)]
public sealed class ClosedDownTests(EngineFixture fixture)
{
    [Theory]
    [InlineData("SELECT * FROM file('/etc/passwd', 'LineAsString')")]
    [InlineData("SELECT * FROM url('http://127.0.0.1:1/', 'LineAsString')")]
    [InlineData("SELECT * FROM remote('127.0.0.1:1', 'system.one')")]
    [InlineData("SELECT * FROM executable('id', 'TSV', 'x String')")]
    [InlineData("SELECT * FROM s3('http://127.0.0.1:1/bucket/x', 'LineAsString')")]
    [InlineData("SELECT file('/etc/passwd')")]
    [InlineData("SELECT 1 + length(FILE /* */ ('/etc/passwd'))")]
    [InlineData("SELECT `file`('/etc/passwd')")]
    [InlineData("SELECT \"file\" ('/etc/passwd')")]
    [InlineData("SELECT `f\\x69le`('/etc/passwd')")]
    [InlineData("DESCRIBE TABLE file('/etc/passwd')")]
    [InlineData("SELECT * FROM (DESC url('http://127.0.0.1:1/'))")]
    [InlineData("SELECT * FROM sqlite('x', 'y')")]
    public async Task Other_data_sources_are_refused(string sql)
    {
        var error = await Assert.ThrowsAsync<EngineException>(() => fixture.RowsAsync(sql));
        Assert.Equal((164, EngineErrorKind.ReadOnly), (error.Error.Code, error.Error.Kind));
    }

    [Theory]
    [InlineData("SELECT 1 SETTINGS max_threads = 1")]
    [InlineData("SELECT 1 SETTINGS readonly = 0")]
    [InlineData("SELECT 1 SETTINGS max_memory_usage = 0")]
    public async Task Settings_are_refused(string sql)
    {
        var error = await Assert.ThrowsAsync<EngineException>(() => fixture.RowsAsync(sql));
        Assert.Equal(EngineErrorKind.ReadOnly, error.Error.Kind);
    }

    [Theory]
    [InlineData("CREATE TABLE default.made (a Int8) ENGINE = Memory")]
    [InlineData("DROP DATABASE default")]
    [InlineData("INSERT INTO kept VALUES (2)")]
    [InlineData("SET readonly = 0")]
    [InlineData("SYSTEM SHUTDOWN")]
    [InlineData("KILL QUERY WHERE 1")]
    [InlineData("SELECT 1; DROP TABLE kept")]
    [InlineData("SELECT 1 INTO OUTFILE '/tmp/drever-outfile'")]
    [InlineData("SELECT 'it''s \\' -- ' INTO/**/outfile '/tmp/drever-outfile'")]
    [InlineData("SELECT * FROM kept INTO OUTFILE '/tmp/drever-outfile' TRUNCATE FORMAT CSV")]
    public async Task Statements_that_are_no_query_change_nothing(string sql)
    {
        var database = await fixture.NewDatabaseAsync();
        await fixture.Engine.ExecuteAsync($"CREATE TABLE {database}.kept ENGINE = MergeTree ORDER BY a AS SELECT 1 AS a", CancellationToken.None);
        await Assert.ThrowsAsync<EngineException>(() => fixture.RowsAsync(sql, database));
        Assert.Equal("1", (await fixture.RowsAsync("SELECT count() FROM kept", database))[0][0]);
        Assert.False(File.Exists("/tmp/drever-outfile"));
    }

    [Theory]
    [InlineData("SELECT 'INTO OUTFILE \\' file(' AS `OUTFILE`, \"it\"\"s\" FROM (SELECT 2 AS `it\"s`)", "INTO OUTFILE ' file(")]
    [InlineData("SELECT /* file( */ 'a' AS file, 1 -- file(", "a")]
    [InlineData("SELECT 'a' AS x ORDER BY x DESC", "a")]
    [InlineData("SELECT '$$ # “' AS x", "$$ # “")]
    [InlineData("(SELECT 'a')", "a")]
    public async Task Words_in_literals_and_names_do_no_harm(string sql, string expected)
    {
        Assert.Equal(expected, (await fixture.RowsAsync(sql))[0][0]);
    }

    [Theory]
    [InlineData("SELECT 'without end")]
    [InlineData("SELECT `without end")]
    [InlineData("SELECT 1 /* without end")]
    [InlineData("SELECT $$heredoc$$")]
    [InlineData("SELECT \u2018curly\u2019")]
    [InlineData("SELECT 1 # comment")]
    public async Task Text_that_could_be_read_in_two_ways_is_a_syntax_error(string sql)
    {
        var error = await Assert.ThrowsAsync<EngineException>(() => fixture.RowsAsync(sql));
        Assert.Equal(EngineErrorKind.Syntax, error.Error.Kind);
    }

    [Theory]
    [InlineData("(", ")")]
    [InlineData("abs(", ")")]
    [InlineData("[", "]")]
    [InlineData("NOT ", "")]
    [InlineData("(SELECT ", ")")]
    [InlineData("1 + ", "")]
    public async Task Nesting_without_end_is_an_error_not_a_crash(string open, string close)
    {
        foreach (var depth in (int[])[2_000, 4_900, 50_000])
        {
            var sql = "SELECT " + string.Concat(Enumerable.Repeat(open, depth)) + "1" + string.Concat(Enumerable.Repeat(close, depth));
            var failure = await Record.ExceptionAsync(() => fixture.RowsAsync(new EngineQuery(sql, "default") { Limits = EngineLimits.None with { MaxTime = TimeSpan.FromSeconds(5) } }));
            Assert.True(failure is null or EngineException, failure?.ToString());
        }
    }
}
