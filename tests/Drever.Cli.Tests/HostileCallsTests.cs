using System.Globalization;
using System.Net;
using System.Text.Json;

namespace Drever.Cli.Tests;

/// <summary>
/// Bodies and queries of someone hostile against a running server: each is a 4xx with a JSON error, and the data is the same afterwards.
/// </summary>
[Collection(ServedDirectoryCollection.Name)]
public class HostileCallsTests(ServedDirectory served)
{
    [Fact]
    public async Task Hostile_bodies_are_refused()
    {
        var token = await served.TokenAsync("m365d");
        var bodies = HostileBodies.All().ToList();
        Assert.True(bodies.Count >= 100, $"{bodies.Count} bodies");
        var wrong = new List<string>();
        foreach (var (name, body) in bodies)
            wrong.AddRange(Mistakes(name, await served.PostAsync("/api/advancedhunting/run", token, body)));
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        await AssertUnchangedAsync(token);
    }

    [Fact]
    public async Task Hostile_queries_are_refused()
    {
        var token = await served.TokenAsync("graph");
        var queries = HostileQueries.Wrong().ToList();
        Assert.True(queries.Count >= 100, $"{queries.Count} queries");
        var wrong = new List<string>();
        foreach (var query in queries)
            wrong.AddRange(Mistakes(query, await served.AskAsync("/v1.0/security/runHuntingQuery", token, query)));
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        await AssertUnchangedAsync(await served.TokenAsync("m365d"));
    }

    [Fact]
    public async Task Odd_queries_are_answered_or_refused_but_are_no_fault_of_the_server()
    {
        var token = await served.TokenAsync("graph");
        var wrong = new List<string>();
        foreach (var query in HostileQueries.Odd())
        {
            var (status, body) = await served.AskAsync("/v1.0/security/runHuntingQuery", token, query);
            if (status != HttpStatusCode.OK && (int)status is < 400 or >= 500)
                wrong.Add($"{Shown(query)}: {(int)status} {Shown(body)}");
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public async Task Texts_with_every_odd_character_come_back_as_they_went_in()
    {
        var token = await served.TokenAsync("m365d");
        foreach (var text in HostileQueries.OddTexts())
        {
            var (status, body) = await served.AskAsync("/api/advancedhunting/run", token, $"print x = {HostileQueries.Literal(text)}");
            Assert.True(status == HttpStatusCode.OK, $"{Shown(text)}: {body}");
            using var document = JsonDocument.Parse(body);
            Assert.Equal(text, document.RootElement.GetProperty("Results")[0].GetProperty("x").GetString());
        }
    }

    /// <summary>What is wrong with an answer that should be a 4xx with a JSON error; nothing when it is one.</summary>
    private static IEnumerable<string> Mistakes(string name, (HttpStatusCode Status, string Body) answer)
    {
        if ((int)answer.Status is < 400 or >= 500)
        {
            yield return $"{Shown(name)}: {(int)answer.Status} {Shown(answer.Body)}";
            yield break;
        }

        using var document = JsonDocument.Parse(answer.Body);
        var error = document.RootElement.GetProperty("error");
        if (error.GetProperty("code").GetString() is not { Length: > 0 } || error.GetProperty("message").GetString() is not { Length: > 0 })
            yield return $"{Shown(name)}: an error without code or message: {Shown(answer.Body)}";
    }

    private async Task AssertUnchangedAsync(string token)
    {
        var (status, body) = await served.AskAsync("/api/advancedhunting/run", token, "DeviceProcessEvents | summarize n = count()");
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.EndsWith(string.Create(CultureInfo.InvariantCulture, $"\"Results\":[{{\"n\":{SampleRecords.Count}}}]}}"), body, StringComparison.Ordinal);
    }

    private static string Shown(string text) => text.Length > 300 ? text[..300] + "..." : text;
}
