using Drever.Hunting;
using Drever.Kql.Symbols;
using Drever.Wire;

namespace Drever.Server.Tests;

/// <summary>What goes wrong is always the family's JSON, and nothing of it leaks.</summary>
public class FaultTests
{
    public static TheoryData<WireFamily> Families() => [WireFamily.Mde, WireFamily.M365d, WireFamily.Graph];

    [Theory]
    [MemberData(nameof(Families))]
    public async Task Every_kind_of_hunting_error_has_an_answer(WireFamily family)
    {
        await using var host = await TestHost.StartAsync();
        foreach (var kind in Enum.GetValues<HuntingErrorKind>())
        {
            host.Hunting.Fails(new HuntingError(kind, "Some message.") { RetryAfter = TimeSpan.FromSeconds(90), Limit = new QuotaLimit(45, null, TimeSpan.FromMinutes(1)) });
            var reply = await host.HuntAsync(family);
            reply.IsErrorOf(family);
            var isQuota = kind is HuntingErrorKind.CallQuotaExceeded or HuntingErrorKind.RunningTimeQuotaExceeded or HuntingErrorKind.CpuQuotaExceeded;
            Assert.Equal(isQuota, reply.Status == 429);
            Assert.Equal(isQuota || kind == HuntingErrorKind.Unavailable, reply.Headers.RetryAfter is not null);
            Assert.Equal(kind == HuntingErrorKind.Internal, reply.Status == 500);
        }
    }

    [Fact]
    public async Task A_quota_is_429_with_the_recorded_text()
    {
        await using var host = await TestHost.StartAsync();
        host.Hunting.Fails(new HuntingError(HuntingErrorKind.CallQuotaExceeded, "") { RetryAfter = TimeSpan.FromSeconds(41.2), Limit = new QuotaLimit(45, null, TimeSpan.FromMinutes(1)) });
        var reply = await host.HuntAsync(WireFamily.Mde);
        Assert.Equal((429, "429"), (reply.Status, reply.Code));
        Assert.StartsWith("API calls quota exceeded! maximum allowed 45 per 00:01:00", reply.Message, StringComparison.Ordinal);
        Assert.Equal("42", reply.Header("Retry-After"));
    }

    [Theory]
    [MemberData(nameof(Families))]
    public async Task An_exception_is_a_500_that_says_nothing_and_is_logged_without_its_message(WireFamily family)
    {
        await using var host = await TestHost.StartAsync();
        host.Hunting.Answer = (_, _) => throw new InvalidOperationException("secret of the query");
        var reply = await host.HuntAsync(family, "T | where Password == 'hunter2'");
        reply.IsErrorOf(family);
        Assert.Equal(500, reply.Status);
        Assert.DoesNotContain("secret", reply.Body, StringComparison.Ordinal);
        Assert.Contains(host.Log.Lines, line => line.Id.Id == 1030 && line.Text.Contains(nameof(InvalidOperationException), StringComparison.Ordinal));
        Assert.DoesNotContain(host.Log.Lines, line => line.Text.Contains("secret of", StringComparison.Ordinal) || line.Text.Contains("hunter2", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Families))]
    public async Task A_failure_after_many_rows_is_still_a_clean_error(WireFamily family)
    {
        await using var host = await TestHost.StartAsync();
        var rows = Enumerable.Range(0, 20_000).Select(i => new object?[] { "some text of row " + i }).ToArray();
        host.Hunting.Gives(new FakeAnswer([new("X", KqlType.String)], rows) { EndsWith = new HuntingError(HuntingErrorKind.Resources, "engine") });
        var reply = await host.HuntAsync(family);
        reply.IsErrorOf(family);
        Assert.Equal(400, reply.Status);
        Assert.StartsWith("Query execution has exceeded the allowed limits.", reply.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Families))]
    public async Task An_exception_while_rows_come_is_still_a_clean_error(WireFamily family)
    {
        await using var host = await TestHost.StartAsync();
        var answer = new FakeAnswer([new("X", KqlType.Long)], [[1L], [2L]])
        {
            BeforeRow = (row, _) => row == 1 ? throw new InvalidOperationException("late") : Task.CompletedTask,
        };
        host.Hunting.Gives(answer);
        var reply = await host.HuntAsync(family);
        reply.IsErrorOf(family);
        Assert.Equal(500, reply.Status);
        Assert.True(answer.Disposed);
    }

    [Theory]
    [MemberData(nameof(Families))]
    public async Task Too_many_bytes_are_the_documented_400(WireFamily family)
    {
        await using var host = await TestHost.StartAsync();
        var rows = Enumerable.Range(0, 1000).Select(i => new object?[] { new string('x', 100) }).ToArray();
        var answer = new FakeAnswer([new("X", KqlType.String)], rows) { MaxResultBytes = 50_000 };
        host.Hunting.Gives(answer);
        var reply = await host.HuntAsync(family);
        reply.IsErrorOf(family);
        Assert.Equal("Query execution has exceeded the allowed result size. Optimize your query by limiting the number of results and try again", reply.Message);
        Assert.True(answer.Disposed);
    }

    [Fact]
    public async Task Answers_that_together_hold_too_much_are_put_off_and_give_their_memory_back()
    {
        await using var host = await TestHost.StartAsync(o => o with { MaxHeldAnswerBytes = 200_000 });
        host.Hunting.Gives(new FakeAnswer([new("X", KqlType.String)], [.. Enumerable.Range(0, 5000).Select(_ => new object?[] { new string('x', 100) })]));
        var reply = await host.HuntAsync(WireFamily.Graph);
        Assert.Equal(503, reply.Status);
        Assert.Equal("60", reply.Header("Retry-After"));
        Assert.Equal(0, ((AnswerMemory)host.Services.GetService(typeof(AnswerMemory))!).Held);
        host.Hunting.Gives(new FakeAnswer([new("X", KqlType.String)], [["small"]]));
        Assert.Equal(200, (await host.HuntAsync(WireFamily.Graph)).Status);
    }

    [Theory]
    [InlineData("GET", "/api/advancedhunting/run", WireFamily.M365d)]
    [InlineData("PUT", "/api/advancedqueries/run", WireFamily.Mde)]
    [InlineData("GET", "/v1.0/security/runHuntingQuery", WireFamily.Graph)]
    [InlineData("DELETE", "/beta/security/microsoft.graph.security.runHuntingQuery", WireFamily.Graph)]
    public async Task Other_methods_are_405(string method, string path, WireFamily family)
    {
        await using var host = await TestHost.StartAsync();
        var reply = await host.SendAsync(new HttpMethod(method), path, null, host.Token(family));
        reply.IsErrorOf(family);
        Assert.Equal((405, "MethodNotAllowed"), (reply.Status, reply.Code));
        Assert.Equal(["POST"], reply.ContentHeaders.Allow);
    }

    [Theory]
    [InlineData("/api/advancedhunting", WireFamily.M365d, 404, "NotFound")]
    [InlineData("/api/advancedqueries/walk", WireFamily.Mde, 404, "NotFound")]
    [InlineData("/", WireFamily.M365d, 404, "NotFound")]
    [InlineData("/a/b/c/d%22%0ae", WireFamily.M365d, 404, "NotFound")]
    [InlineData("/v1.0/security/runQuery", WireFamily.Graph, 400, "BadRequest")]
    [InlineData("/beta/nothing/runHuntingQuery", WireFamily.Graph, 400, "BadRequest")]
    public async Task Unknown_paths_are_answered_in_their_families_terms(string path, WireFamily family, int status, string code)
    {
        await using var host = await TestHost.StartAsync();
        var reply = await host.PostAsync(path, """{"Query":"T"}""", null);
        reply.IsErrorOf(family);
        Assert.Equal((status, code), (reply.Status, reply.Code));
    }

    [Fact]
    public async Task Graph_names_the_segment_it_does_not_know()
    {
        await using var host = await TestHost.StartAsync();
        var reply = await host.PostAsync("/v1.0/security/security.runHuntingQuery", "{}", null);
        Assert.Equal("Resource not found for the segment 'security.runHuntingQuery'.", reply.Message);
    }

    [Theory]
    [MemberData(nameof(Families))]
    public async Task A_body_over_the_limit_is_413_in_JSON(WireFamily family)
    {
        await using var host = await TestHost.StartAsync();
        var body = $$"""{"Query":"{{new string('x', 1024 * 1024)}}"}""";
        foreach (var chunked in new[] { false, true })
        {
            var reply = await host.PostAsync(TestHost.PathOf(family), body, host.Token(family), r => r.Headers.TransferEncodingChunked = chunked);
            reply.IsErrorOf(family);
            Assert.Equal(413, reply.Status);
        }
        Assert.Empty(host.Hunting.Requests);
    }

    [Theory]
    [MemberData(nameof(Families))]
    public async Task Another_charset_is_400(WireFamily family)
    {
        await using var host = await TestHost.StartAsync();
        var reply = await host.PostAsync(TestHost.PathOf(family), """{"Query":"T"}""", host.Token(family),
            r =>
            {
                r.Content!.Headers.Remove("Content-Type");
                r.Content.Headers.TryAddWithoutValidation("Content-Type", "application/json; charset=utf-16");
            });
        reply.IsErrorOf(family);
        Assert.Equal(400, reply.Status);
    }

    [Fact]
    public async Task Stopping_ends_hunts_after_the_grace_with_a_503()
    {
        await using var host = await TestHost.StartAsync();
        var running = new TaskCompletionSource();
        host.Hunting.Answer = async (_, cancel) =>
        {
            running.SetResult();
            await Task.Delay(Timeout.Infinite, cancel);
            throw new InvalidOperationException("not reached");
        };
        var hunt = host.HuntAsync(WireFamily.M365d);
        await running.Task;
        await host.StopAsync();
        var reply = await hunt;
        reply.IsErrorOf(WireFamily.M365d);
        Assert.Equal((503, "ServiceUnavailable"), (reply.Status, reply.Code));
    }

    [Fact]
    public async Task A_client_that_leaves_ends_its_hunt()
    {
        await using var host = await TestHost.StartAsync();
        var ended = new TaskCompletionSource();
        using var leave = new CancellationTokenSource();
        host.Hunting.Answer = async (_, cancel) =>
        {
            await leave.CancelAsync();
            try
            {
                await Task.Delay(Timeout.Infinite, cancel);
            }
            catch (OperationCanceledException)
            {
                ended.SetResult();
                throw;
            }
            throw new InvalidOperationException("not reached");
        };
        using var request = new HttpRequestMessage(HttpMethod.Post, TestHost.PathOf(WireFamily.Graph)) { Content = new StringContent("""{"query":"T"}""") };
        request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + host.Token(WireFamily.Graph));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => host.Client.SendAsync(request, leave.Token));
        await ended.Task;
    }

    [Fact]
    public async Task Health_needs_no_token()
    {
        await using var host = await TestHost.StartAsync();
        Assert.Equal("""{"status":"live"}""", (await host.SendAsync(HttpMethod.Get, "/health/live", null, null)).Body);
        Assert.Equal("""{"status":"ready","server":true}""", (await host.SendAsync(HttpMethod.Get, "/health/ready", null, null)).Body);
    }
}
