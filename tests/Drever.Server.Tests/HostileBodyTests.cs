using System.Text;
using Drever.Wire;

namespace Drever.Server.Tests;

/// <summary>Bodies nobody should send: each is a 4xx with the family's JSON, and hunting never sees it.</summary>
public class HostileBodyTests
{
    [Theory]
    [InlineData(WireFamily.Mde)]
    [InlineData(WireFamily.M365d)]
    [InlineData(WireFamily.Graph)]
    public async Task Each_is_refused_in_JSON(WireFamily family)
    {
        await using var host = await TestHost.StartAsync();
        var token = host.Token(family);
        var bodies = Bodies().ToList();
        Assert.True(bodies.Count >= 100);
        foreach (var body in bodies)
        {
            var reply = await host.SendAsync(HttpMethod.Post, TestHost.PathOf(family), body, token);
            reply.IsErrorOf(family);
            Assert.InRange(reply.Status, 400, 499);
        }
        Assert.Empty(host.Hunting.Requests);
    }

    [Theory]
    [InlineData("T | where x == \"\\u0000\\u0001\\ud83d\\ude00\"")]
    [InlineData("'; DROP TABLE DeviceEvents; --")]
    [InlineData("print file('/etc/passwd')")]
    [InlineData("\\\\\\\"\\t\\r\\n")]
    public async Task Odd_queries_reach_hunting_letter_by_letter(string json)
    {
        await using var host = await TestHost.StartAsync();
        var body = $$"""{"Query":"{{json.Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\\\\\"", "\\\"", StringComparison.Ordinal)}}"}""";
        var expected = System.Text.Json.JsonDocument.Parse(body).RootElement.GetProperty("Query").GetString();
        Assert.Equal(200, (await host.PostAsync(TestHost.PathOf(WireFamily.M365d), body, host.Token(WireFamily.M365d))).Status);
        Assert.Equal(expected, Assert.Single(host.Hunting.Requests).Query);
    }

    private static IEnumerable<byte[]> Bodies()
    {
        string[] texts =
        [
            "", " ", "\0", "{", "}", "[", "]", "\"", "null", "true", "false", "0", "-", "1e9999", "\"Query\"", "[]", "{}", "[{}]", "{{}}",
            """[{"Query":"T"}]""", """{"Query"}""", """{"Query":}""", """{"Query":"T" """, """{"Query":"T""", """{"Query":"T"}}""", """{"Query":"T"},""",
            """{"Query":"T"}x""", """{"Query":"T"}{}""", """{"Query":"T",}""", """{,}""", """{"Query" "T"}""", """{'Query':'T'}""", """{Query:"T"}""", """{"Query":T}""",
            """{"Query":null}""", """{"Query":17}""", """{"Query":1e99999}""", """{"Query":true}""", """{"Query":[]}""", """{"Query":["T"]}""", """{"Query":{}}""",
            """{"Query":{"Query":"T"}}""", """{"Query":""}""", """{"Query":" \r\n\t"}""", """{"Querry":"T"}""", """{"Query":"T","Query":"U"}""", """{"Query":"T","QUERY":"U"}""",
            "{\"Query\":\"a\nb\"}", "{\"Query\":\"a\rb\"}", "{\"Query\":\"a\tb\"}", "{\"Query\":\"a\0b\"}", "{\"Query\":\"a\u0001b\"}", "{\"Query\":\"a\u001fb\"}",
            """{"Query":"\ud800"}""", """{"Query":"\udfff"}""", """{"Query":"\udc00\ud800"}""", """{"Query":"\x"}""", """{"Query":"\u"}""", """{"Query":"\u00g0"}""", """{"Query":"\"}""",
            """/**/{"Query":"T"}""", """{"Query":"T"}//""", """{"Query":"T","n":01}""", """{"Query":"T","n":+1}""", """{"Query":"T","n":1.}""", """{"Query":"T","n":.1}""",
            """{"Query":"T","n":0x1}""", """{"Query":"T","n":NaN}""", """{"Query":"T","n":-Infinity}""", """{"Query":"T","n":1e}""", """{"Query":"T","n":tRue}""",
            "Query=T", "query=DeviceEvents&x=y", "<Query>T</Query>", "T | take 1", "\uFEFF", "\uFEFF\uFEFF{\"Query\":\"T\"}", "{\"Query\":\"T\"}\0", "\u00a0{\"Query\":\"T\"}",
            "--boundary\r\nContent-Disposition: form-data; name=\"Query\"\r\n\r\nT\r\n--boundary--",
        ];
        foreach (var text in texts)
            yield return Encoding.UTF8.GetBytes(text);
        foreach (var open in (string[])["[", "{\"a\":", "[[", "{\"Query\":"])
            yield return Encoding.UTF8.GetBytes("{\"Query\":\"T\",\"x\":" + string.Concat(Enumerable.Repeat(open, 50_000)));
        foreach (var bad in (byte[])[0x80, 0xBF, 0xC0, 0xC1, 0xE0, 0xED, 0xF5, 0xFE, 0xFF])
            yield return [.. "{\"Query\":\""u8, bad, .. "\"}"u8];
        yield return Encoding.Unicode.GetBytes("{\"Query\":\"T\"}");
        yield return Encoding.BigEndianUnicode.GetBytes("{\"Query\":\"T\"}");
        yield return [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("{\"Query\":\"T\"}")];
        yield return Encoding.UTF32.GetBytes("{\"Query\":\"T\"}");
        yield return [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3];
        yield return new byte[100_000];
        yield return Encoding.UTF8.GetBytes(new string('x', 1024 * 1024));
        yield return Encoding.UTF8.GetBytes($$"""{"Query":"{{new string('x', 1024 * 1024)}}"}""");
        yield return Encoding.UTF8.GetBytes($$"""{"{{new string('k', 500_000)}}":"T"}""");
        yield return Encoding.UTF8.GetBytes($$"""{"n":{{new string('9', 500_000)}}}""");
        var good = Encoding.UTF8.GetBytes("""{"Query":"Größe \ud83d\ude00","Timespan":"P1D"}""");
        for (var length = 1; length < good.Length; length++)
            yield return good[..length];
    }
}
