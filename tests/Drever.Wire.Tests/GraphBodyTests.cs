namespace Drever.Wire.Tests;

/// <summary>Byte-exact bodies of Graph, sections 1.4 and 1.7 of the contract.</summary>
public class GraphBodyTests
{
    [Fact]
    public void The_recorded_envelope() => Assert.Equal(
        """{"@odata.context":"https://graph.microsoft.com/v1.0/$metadata#microsoft.graph.security.huntingQueryResults","schema":[{"name":"CveId","type":"String"},{"name":"IsExploitAvailable","type":"SByte"},{"name":"CvssScore","type":"Double"}],"results":[{"CveId":"CVE-2026-33829","IsExploitAvailable@odata.type":"#SByte","IsExploitAvailable":1,"CvssScore":4.3}]}""",
        Bodies.Of(
            WireFamily.Graph,
            [new("CveId", WireType.String), new("IsExploitAvailable", WireType.Bool), new("CvssScore", WireType.Real)],
            new AnswerForm(),
            Bodies.NoStats,
            new TestRow("CVE-2026-33829", true, 4.3)));

    [Fact]
    public void No_rows_still_have_a_schema() => Assert.Equal(
        """{"@odata.context":"https://graph.microsoft.com/beta/$metadata#x","schema":[{"name":"A","type":"Object"}],"results":[]}""",
        Bodies.Of(
            WireFamily.Graph, [new("A", WireType.Dynamic)],
            new AnswerForm(GraphContext: "https://graph.microsoft.com/beta/$metadata#x"), Bodies.NoStats));

    [Theory]
    [InlineData(WireType.Bool, true, """{"X@odata.type":"#SByte","X":1}""")]
    [InlineData(WireType.Bool, false, """{"X@odata.type":"#SByte","X":0}""")]
    [InlineData(WireType.Bool, null, """{"X":{}}""")]
    [InlineData(WireType.Int, 56, """{"X":56}""")]
    [InlineData(WireType.Int, null, """{"X":{}}""")]
    [InlineData(WireType.Long, 2629759514L, """{"X@odata.type":"#Int64","X":2629759514}""")]
    [InlineData(WireType.Long, 3L, """{"X@odata.type":"#Int64","X":3}""")]
    [InlineData(WireType.Long, null, """{"X":{}}""")]
    [InlineData(WireType.Real, 5.0, """{"X":5.0}""")]
    [InlineData(WireType.Real, 0.03447, """{"X":0.03447}""")]
    [InlineData(WireType.Real, double.NaN, """{"X@odata.type":"#Double","X":"NaN"}""")]
    [InlineData(WireType.Real, double.PositiveInfinity, """{"X@odata.type":"#Double","X":"INF"}""")]
    [InlineData(WireType.Real, double.NegativeInfinity, """{"X@odata.type":"#Double","X":"-INF"}""")]
    [InlineData(WireType.Real, null, """{"X":{}}""")]
    [InlineData(WireType.Decimal, null, """{"X":{}}""")]
    [InlineData(WireType.DateTime, null, """{"X":{}}""")]
    [InlineData(WireType.DateTime, 0L, """{"X":"0001-01-01T00:00:00Z"}""")]
    [InlineData(WireType.DateTime, long.MaxValue, """{"X":{}}""")]
    [InlineData(WireType.TimeSpan, null, """{"X":{}}""")]
    [InlineData(WireType.Guid, null, """{"X":{}}""")]
    [InlineData(WireType.String, null, """{"X":""}""")]
    [InlineData(WireType.String, "", """{"X":""}""")]
    [InlineData(WireType.Dynamic, null, """{"X":{}}""")]
    public void Cells(WireType type, object? value, string expected) =>
        Assert.Equal(expected, Bodies.Cell(WireFamily.Graph, type, value));

    [Fact]
    public void Dates_have_no_annotation() => Assert.Equal(
        """{"X":"2026-07-20T23:11:51.791Z"}""",
        Bodies.Cell(WireFamily.Graph, WireType.DateTime, TestDates.Parse("2026-07-20T23:11:51.791")));

    [Fact]
    public void Guids_and_decimals_follow_OData()
    {
        Assert.Equal(
            """{"X@odata.type":"#Guid","X":"74be27de-1e4e-49d9-b579-fe0b331d3642"}""",
            Bodies.Cell(WireFamily.Graph, WireType.Guid, Guid.Parse("74be27de-1e4e-49d9-b579-fe0b331d3642")));
        Assert.Equal("""{"X@odata.type":"#Decimal","X":-12.50}""", Bodies.Cell(WireFamily.Graph, WireType.Decimal, -12.50m));
    }

    [Theory]
    [InlineData("NaN")]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("01")]
    [InlineData("1.")]
    [InlineData(".5")]
    [InlineData("1,\"x\":2")]
    public void A_decimal_that_is_no_JSON_number_is_text(string text)
    {
        var cell = Bodies.Cell(WireFamily.Graph, WireType.Decimal, new Json(text));
        using var parsed = System.Text.Json.JsonDocument.Parse(cell);
        Assert.Equal(text, parsed.RootElement.GetProperty("X").GetString());
    }

    [Theory]
    [InlineData(0L, "PT0S")]
    [InlineData(TimeSpan.TicksPerDay, "P1D")]
    [InlineData(TimeSpan.TicksPerDay + (2 * TimeSpan.TicksPerHour), "P1DT2H")]
    [InlineData((3 * TimeSpan.TicksPerMinute) + 45_000_000, "PT3M4.5S")]
    [InlineData(-TimeSpan.TicksPerSecond, "-PT1S")]
    [InlineData(1L, "PT0.0000001S")]
    [InlineData(long.MaxValue, "P10675199DT2H48M5.4775807S")]
    [InlineData(long.MinValue, "-P10675199DT2H48M5.4775808S")]
    public void Timespans_are_ISO_durations(long ticks, string expected)
    {
        Assert.Equal(
            $$"""{"X@odata.type":"#Duration","X":"{{expected}}"}""",
            Bodies.Cell(WireFamily.Graph, WireType.TimeSpan, new TimeSpan(ticks)));
        Assert.Equal(System.Xml.XmlConvert.ToString(new TimeSpan(ticks)), expected);
    }

    [Theory]
    [InlineData("{}", """{"X":{"@odata.type":"#microsoft.graph.security.dynamicColumnValue"}}""")]
    [InlineData(
        """{"criticalityLevel":0,"name":"x","on":true,"none":null,"real":1.0}""",
        """{"X":{"@odata.type":"#microsoft.graph.security.dynamicColumnValue","criticalityLevel@odata.type":"#Int64","criticalityLevel":0,"name":"x","on":true,"none":null,"real":1.0}}""")]
    [InlineData(
        """{"a":{"b":{"n":7}},"d":"2023-10-05T16:48:39.0000000Z"}""",
        """{"X":{"@odata.type":"#microsoft.graph.security.dynamicColumnValue","a":{"@odata.type":"#microsoft.graph.security.dynamicColumnValue","b":{"@odata.type":"#microsoft.graph.security.dynamicColumnValue","n@odata.type":"#Int64","n":7}},"d":"2023-10-05T16:48:39.0000000Z"}}""")]
    [InlineData("""["AI","ai_model"]""", """{"X@odata.type":"#Collection(String)","X":["AI","ai_model"]}""")]
    [InlineData("[]", """{"X@odata.type":"#Collection(String)","X":[]}""")]
    [InlineData(
        """[ {"type":"AadObjectId", "id":"a\"b", "n":[1,{"m":2}]} , 5, true, null, ["x"]]""",
        """{"X@odata.type":"#Collection(String)","X":["{\"type\":\"AadObjectId\",\"id\":\"a\\\"b\",\"n\":[1,{\"m\":2}]}","5","true",null,"[\"x\"]"]}""")]
    [InlineData(
        """{"ids":[{"t":"A"}],"tags":[]}""",
        """{"X":{"@odata.type":"#microsoft.graph.security.dynamicColumnValue","ids@odata.type":"#Collection(String)","ids":["{\"t\":\"A\"}"],"tags@odata.type":"#Collection(String)","tags":[]}}""")]
    [InlineData("17", """{"X@odata.type":"#Int64","X":17}""")]
    [InlineData("17.5", """{"X":17.5}""")]
    [InlineData("1e3", """{"X":1e3}""")]
    [InlineData("18446744073709551615", """{"X":18446744073709551615}""")]
    [InlineData("true", """{"X":true}""")]
    [InlineData("\"s\"", """{"X":"s"}""")]
    [InlineData("null", """{"X":{}}""")]
    [InlineData("", """{"X":{}}""")]
    [InlineData("oops", """{"X":"oops"}""")]
    [InlineData("""{"@odata.type":"#evil","a":"b"}""", """{"X":{"@odata.type":"#microsoft.graph.security.dynamicColumnValue","a":"b"}}""")]
    [InlineData("""{"k\u0022":1}""", """{"X":{"@odata.type":"#microsoft.graph.security.dynamicColumnValue","k\"@odata.type":"#Int64","k\"":1}}""")]
    public void Dynamics(string json, string expected) =>
        Assert.Equal(expected, Bodies.Cell(WireFamily.Graph, WireType.Dynamic, new Json(json)));

    [Fact]
    public void The_plain_form_has_no_annotation_and_null_is_null() => Assert.Equal(
        """{"schema":[{"name":"B","type":"SByte"},{"name":"L","type":"Int64"},{"name":"D","type":"Object"},{"name":"T","type":"DateTime"}],"results":[{"B":1,"L":3,"D":{"n":1,"a":[{"x":1}]},"T":null}]}""",
        Bodies.Of(
            WireFamily.Graph,
            [new("B", WireType.Bool), new("L", WireType.Long), new("D", WireType.Dynamic), new("T", WireType.DateTime)],
            new AnswerForm(PlainGraph: true),
            Bodies.NoStats,
            new TestRow(true, 3L, new Json("""{"n":1,"a":[{"x":1}]}"""), null)));
}
