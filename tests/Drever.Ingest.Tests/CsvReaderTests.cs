using Drever.Ingest.Records;

namespace Drever.Ingest.Tests;

public class CsvReaderTests
{
    [Theory]
    [InlineData("AlertId,Title\na,x\n")]
    [InlineData("AlertId;Title\r\na;x\r\n")]
    [InlineData("AlertId\tTitle\na\tx")]
    [InlineData("\"AlertId\",\"Title\"\n\"a\",\"x\"\n\n")]
    [InlineData("\uFEFFAlertId, Title \na,x\n")]
    public async Task Delimiters_and_quotes_are_recognised(string content) =>
        Assert.Equal(["AlertInfo{AlertId=a,Title=x}"], await RecordingReader.ReadAsync(content, "AlertInfo"));

    [Fact]
    public async Task Cells_may_hold_delimiters_quotes_and_lines() =>
        Assert.Equal(["AlertInfo{AlertId=a,b,Title=say \"x\"\nand go}"], await RecordingReader.ReadAsync("AlertId,Title\n\"a,b\",\"say \"\"x\"\"\nand go\"\n", "AlertInfo"));

    [Fact]
    public async Task A_row_of_another_width_is_rejected() =>
        Assert.Equal(["!2 1 cells where the first line has 2", "AlertInfo{AlertId=a,Title=x}"], await RecordingReader.ReadAsync("AlertId,Title\nonly\na,x\n", "AlertInfo"));

    [Fact]
    public async Task A_quote_that_is_not_closed_costs_its_line() =>
        Assert.Equal(["!2 a quote that is not closed", "AlertInfo{AlertId=a,Title=x}"], await RecordingReader.ReadAsync("AlertId,Title\n\"open,x\na,x\n", "AlertInfo"));

    [Fact]
    public async Task A_row_beyond_the_limit_is_rejected()
    {
        var read = await RecordingReader.ReadAsync($"AlertId,Title\na,{new string('x', 3 << 20)}\nb,y\n", "AlertInfo", new RecordLimits(1 << 20, 8, 100));
        Assert.Equal("!2 a row larger than the limit of 1048576 bytes", read[0]);
        Assert.Equal("AlertInfo{AlertId=b,Title=y}", read[^1]);
    }
}
