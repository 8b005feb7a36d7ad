using System.IO.Compression;
using System.Text;
using Drever.Ingest.Records;

namespace Drever.Ingest.Tests;

public class JsonReaderTests
{
    private const string A = """{"category":"AdvancedHunting-AlertInfo","properties":{"AlertId":"a"}}""";
    private const string B = """{"properties":{"AlertId":"b"},"time":"2026-01-01T00:00:00Z","category":"AlertInfo"}""";

    private static readonly string[] Both = ["AlertInfo{AlertId=a}", "AlertInfo{AlertId=b}"];

    public static TheoryData<string> Layouts => new(
        $"{A}\n{B}\n",
        $"{A}\r\n{B}",
        $"{A}{B}",
        $"\u001E{A}\n\u001E{B}\n",
        $"[{A},\n{B}]",
        $$"""{"records":[{{A}},{{B}}]}""",
        $$"""{"records":[{{A}}]}{"records":[{{B}}]}""",
        $$"""{"records":[{{A}}]}""" + "\n" + $$"""{"records": [ {{B}} ] }""",
        $"\n\n  {A}\n\n\n{B}\n\n",
        "{\n  \"category\": \"AdvancedHunting-AlertInfo\",\n  \"properties\": {\n    \"AlertId\": \"a\"\n  }\n}\n" + B);

    [Theory]
    [MemberData(nameof(Layouts))]
    public async Task Every_layout_gives_the_same_records(string content) => Assert.Equal(Both, await RecordingReader.ReadAsync(content));

    [Theory]
    [MemberData(nameof(Layouts))]
    public async Task Gzip_and_utf16_are_seen_through(string content)
    {
        using var packed = new MemoryStream();
        await using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
            await gzip.WriteAsync(Encoding.UTF8.GetPreamble().Concat(Encoding.UTF8.GetBytes(content)).ToArray());
        Assert.Equal(Both, await RecordingReader.ReadAsync(packed.ToArray()));
        Assert.Equal(Both, await RecordingReader.ReadAsync([.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(content)]));
    }

    [Fact]
    public async Task A_bad_line_costs_itself_only()
    {
        var read = await RecordingReader.ReadAsync($"{A}\nnot json\n{{\"category\":\"AlertInfo\",\"properties\":{{\"AlertId\":\"cut\n{B}\nalso not\n{{\"category\":\"x\",\n{A}\n");
        Assert.Equal(["AlertInfo{AlertId=a}", "AlertInfo{AlertId=b}", "AlertInfo{AlertId=a}"], read.Where(r => r[0] != '!'));
        Assert.Equal(["!2", "!3", "!5", "!6"], read.Where(r => r[0] == '!').Select(r => r.Split(' ')[0]));
    }

    [Fact]
    public async Task A_broken_record_over_several_lines_is_one_rejection()
    {
        var read = await RecordingReader.ReadAsync("{\n \"category\": \"AlertInfo\",\n \"properties\": {\n  \"AlertId\" \"x\"\n }\n}\n" + B);
        Assert.Equal(2, read.Count);
        Assert.StartsWith("!1 not JSON at line 4", read[0], StringComparison.Ordinal);
        Assert.Equal("AlertInfo{AlertId=b}", read[1]);
    }

    [Theory]
    [InlineData("[1,2]", 2)]
    [InlineData("null", 1)]
    [InlineData("""{"category":"AlertInfo"}""", 1)]
    [InlineData("""{"category":"AlertInfo","properties":"{}"}""", 1)]
    [InlineData("""{"properties":{"AlertId":"a"}}""", 1)]
    [InlineData("""{"records":5}""", 1)]
    public async Task Json_that_is_no_record_is_rejected(string content, int rejections)
    {
        var read = await RecordingReader.ReadAsync(content);
        Assert.Equal(rejections, read.Count);
        Assert.All(read, r => Assert.StartsWith("!1 ", r, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_record_beyond_a_limit_is_rejected_and_the_next_one_is_read()
    {
        var limits = new RecordLimits(4 << 20, 8, 3);
        var large = $$$"""{"category":"AlertInfo","properties":{"AlertId":"{{{new string('x', 9 << 20)}}}"}}""";
        var deep = $$$"""{"category":"AlertInfo","properties":{"A":{{{new string('[', 50)}}}{{{new string(']', 50)}}}}}""";
        var wide = """{"category":"AlertInfo","properties":{"A":1,"B":2,"C":3,"D":4}}""";
        var read = await RecordingReader.ReadAsync($"{large}\n{deep}\n{wide}\n{A}\n", limits: limits);
        Assert.Equal("AlertInfo{AlertId=a}", read[^1]);
        Assert.StartsWith("!1 larger than the limit of 4194304 bytes", read[0], StringComparison.Ordinal);
        Assert.StartsWith("!2 not JSON", read[1], StringComparison.Ordinal);
        Assert.Equal("!3 more than 3 properties", read[2]);
        Assert.Equal(4, read.Count);
    }

    [Theory]
    [InlineData("\"tab\\there \\u00e9 \\/ \\\\ \\\"\"", "tab\there é / \\ \"")]
    [InlineData("\"\\ud83d\\udc15\"", "🐕")]
    [InlineData("\"half \\ud83d!\"", "half �!")]
    [InlineData("{ \"a\" : [ 1 , \"x \\u00e9\\/\\n\" ] , \"b\" : null }", """{"a":[1,"x é/\n"],"b":null}""")]
    [InlineData("-12.50e3", "-12.50e3")]
    [InlineData("null", "null")]
    public async Task Values_keep_what_they_say(string json, string text) =>
        Assert.Equal([$"AlertInfo{{V={text}}}"], await RecordingReader.ReadAsync($$$"""{"category":"AlertInfo","properties":{"V":{{{json}}}}}"""));

    [Fact]
    public async Task Bytes_that_are_no_utf8_are_replaced()
    {
        byte[] content = [.. "{\"category\":\"AlertInfo\",\"properties\":{\"V\":\"a"u8, 0xC3, 0x28, 0xFF, .. "\"}}"u8];
        Assert.Equal(["AlertInfo{V=a�(�}"], await RecordingReader.ReadAsync(content));
    }

    [Fact]
    public async Task Names_may_be_escaped_and_in_any_case() =>
        Assert.Equal(["AlertInfo{AlertId=a}"], await RecordingReader.ReadAsync("""{"Category":"ADVANCEDHUNTING-AlertInfo","Properties":{"Alert\u0049d":"a"}}"""));

    [Fact]
    public async Task With_a_table_named_each_object_is_a_row() =>
        Assert.Equal(["AlertInfo{AlertId=a,category=x}"], await RecordingReader.ReadAsync("""{"AlertId":"a","category":"x"}""", table: "AlertInfo"));

    [Fact]
    public async Task In_the_storage_layout_the_container_names_the_table() =>
        Assert.Equal(["alertinfo{AlertId=a}"], await RecordingReader.ReadAsync("""{"properties":{"AlertId":"a"}}""" + "\r\n", name: "insights-logs-advancedhunting-alertinfo/tenantId=1/y=2026/m=07/d=16/h=13/m=00/PT1H.json"));

    [Theory]
    [InlineData("ElfFile\0\0\0", "? a Windows event log (EVTX); this version does not read it")]
    [InlineData("PK\u0003\u0004aaaa", "? a ZIP archive; unpack it first")]
    [InlineData("\0\0\0\0", "? neither JSON nor CSV")]
    public async Task A_file_of_another_kind_is_named(string content, string message) => Assert.Equal([message], await RecordingReader.ReadAsync(content));

    [Theory]
    [InlineData("")]
    [InlineData("\n\r\n ")]
    [InlineData("[]")]
    public async Task An_empty_file_has_no_records(string content) => Assert.Empty(await RecordingReader.ReadAsync(content));

    [Fact]
    public async Task Any_piece_of_a_file_is_read_without_an_error()
    {
        var whole = Encoding.UTF8.GetBytes($"{A}\n{{\"records\":[{A},{B}]}}\n{B}");
        for (var length = 0; length < whole.Length; length += 3)
            await RecordingReader.ReadAsync(whole[..length]);
    }
}
