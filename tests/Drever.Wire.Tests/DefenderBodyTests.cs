namespace Drever.Wire.Tests;

/// <summary>Byte-exact bodies of the two Defender families, sections 1.4 to 1.6 and 2 of the contract.</summary>
public class DefenderBodyTests
{
    private static readonly WireStats Documented = new(
        TimeSpan.FromTicks(46_212_150), new(773461, 4481), new(994, 197),
        TimeSpan.FromTicks(190_468_750), TimeSpan.FromTicks(156_250), 236822432, 2, 102);

    [Theory]
    [InlineData(WireFamily.M365d)]
    [InlineData(WireFamily.Mde)]
    public void The_documented_body(WireFamily family)
    {
        var body = Bodies.Of(
            family,
            [new("Timestamp", WireType.DateTime), new("FileName", WireType.String), new("InitiatingProcessFileName", WireType.String)],
            new AnswerForm(),
            Documented,
            new TestRow(new DateTime(2020, 8, 30, 6, 38, 35).AddTicks(7664356), "conhost.exe", "powershell.exe"),
            new TestRow(new DateTime(2020, 8, 30, 6, 38, 30).AddTicks(5163363), "conhost.exe", "powershell.exe"));
        Assert.Equal(
            """{"Stats":{"ExecutionTime":4.621215,"resource_usage":{"cache":{"memory":{"hits":773461,"misses":4481,"total":777942},"disk":{"hits":994,"misses":197,"total":1191}},"cpu":{"user":"00:00:19.0468750","kernel":"00:00:00.0156250","total cpu":"00:00:19.0625000"},"memory":{"peak_per_node":236822432}},"dataset_statistics":[{"table_row_count":2,"table_size":102}]},"Schema":[{"Name":"Timestamp","Type":"DateTime"},{"Name":"FileName","Type":"String"},{"Name":"InitiatingProcessFileName","Type":"String"}],"Results":[{"Timestamp":"2020-08-30T06:38:35.7664356Z","FileName":"conhost.exe","InitiatingProcessFileName":"powershell.exe"},{"Timestamp":"2020-08-30T06:38:30.5163363Z","FileName":"conhost.exe","InitiatingProcessFileName":"powershell.exe"}]}""",
            body);
    }

    [Fact]
    public void No_figures_are_zeros_in_their_own_spelling()
    {
        var body = Bodies.Of(WireFamily.M365d, [new("A", WireType.Long)], new AnswerForm(), Bodies.NoStats);
        Assert.Equal(
            """{"Stats":{"ExecutionTime":0.0,"resource_usage":{"cache":{"memory":{"hits":0,"misses":0,"total":0},"disk":{"hits":0,"misses":0,"total":0}},"cpu":{"user":"00:00:00","kernel":"00:00:00","total cpu":"00:00:00"},"memory":{"peak_per_node":0}},"dataset_statistics":[{"table_row_count":0,"table_size":0}]},"Schema":[{"Name":"A","Type":"Int64"}],"Results":[]}""",
            body);
    }

    [Fact]
    public void The_size_rule_gives_the_documented_figure()
    {
        var writer = AnswerWriter.For(
            WireFamily.M365d,
            [new("Timestamp", WireType.DateTime), new("FileName", WireType.String), new("InitiatingProcessFileName", WireType.String)],
            new AnswerForm());
        var into = new System.Buffers.ArrayBufferWriter<byte>();
        for (var i = 0; i < 2; i++)
            writer.WriteRow(into, new TestRow(new DateTime(2020, 8, 30), "conhost.exe", "powershell.exe"));
        Assert.Equal(2, writer.RowCount);
        Assert.Equal(102, writer.TableSize);
    }

    [Fact]
    public void Every_type_has_its_schema_name()
    {
        var columns = Enum.GetValues<WireType>().Select(t => new WireColumn(t.ToString(), t)).ToArray();
        var body = Bodies.Of(WireFamily.M365d, columns, new AnswerForm(), Bodies.NoStats);
        Assert.Contains(
            """Schema":[{"Name":"Bool","Type":"SByte"},{"Name":"Int","Type":"Int32"},{"Name":"Long","Type":"Int64"},{"Name":"Real","Type":"Double"},{"Name":"Decimal","Type":"SqlDecimal"},{"Name":"DateTime","Type":"DateTime"},{"Name":"TimeSpan","Type":"TimeSpan"},{"Name":"Guid","Type":"Guid"},{"Name":"String","Type":"String"},{"Name":"Dynamic","Type":"Object"}],""",
            body,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(WireType.Bool, true, "1")]
    [InlineData(WireType.Bool, false, "0")]
    [InlineData(WireType.Bool, null, "null")]
    [InlineData(WireType.Int, -7, "-7")]
    [InlineData(WireType.Int, null, "null")]
    [InlineData(WireType.Long, 1357805418L, "1357805418")]
    [InlineData(WireType.Long, long.MinValue, "-9223372036854775808")]
    [InlineData(WireType.Long, long.MaxValue, "9223372036854775807")]
    [InlineData(WireType.Long, null, "null")]
    [InlineData(WireType.Real, 5d, "5.0")]
    [InlineData(WireType.Real, 0.03447, "0.03447")]
    [InlineData(WireType.Real, 1e20, "1E+20")]
    [InlineData(WireType.Real, -1.7976931348623157E+308, "-1.7976931348623157E+308")]
    [InlineData(WireType.Real, double.NaN, "\"NaN\"")]
    [InlineData(WireType.Real, double.PositiveInfinity, "\"Infinity\"")]
    [InlineData(WireType.Real, double.NegativeInfinity, "\"-Infinity\"")]
    [InlineData(WireType.Real, null, "null")]
    [InlineData(WireType.Decimal, null, "null")]
    [InlineData(WireType.DateTime, null, "null")]
    [InlineData(WireType.DateTime, -1L, "null")]
    [InlineData(WireType.DateTime, long.MaxValue, "null")]
    [InlineData(WireType.DateTime, 0L, "\"0001-01-01T00:00:00Z\"")]
    [InlineData(WireType.DateTime, 3_155_378_975_999_999_999L, "\"9999-12-31T23:59:59.9999999Z\"")]
    [InlineData(WireType.TimeSpan, null, "null")]
    [InlineData(WireType.Guid, null, "null")]
    [InlineData(WireType.String, null, "\"\"")]
    [InlineData(WireType.String, "", "\"\"")]
    [InlineData(WireType.Dynamic, null, "null")]
    public void Cells(WireType type, object? value, string expected) =>
        Assert.Equal($$"""{"X":{{expected}}}""", Bodies.Cell(WireFamily.M365d, type, value));

    [Theory]
    [InlineData("2020-08-30T06:38:39.7724491", "2020-08-30T06:38:39.7724491Z")]
    [InlineData("2020-08-30T06:38:30.5136520", "2020-08-30T06:38:30.513652Z")]
    [InlineData("2020-08-30T06:38:02.0570000", "2020-08-30T06:38:02.057Z")]
    [InlineData("2020-08-30T06:32:07.0000000", "2020-08-30T06:32:07Z")]
    public void Dates_lose_the_zeros_of_their_fraction(string value, string expected) =>
        Assert.Equal($$"""{"X":"{{expected}}"}""", Bodies.Cell(WireFamily.M365d, WireType.DateTime, TestDates.Parse(value)));

    [Fact]
    public void Legacy_tables_dates_have_no_Z() => Assert.Equal(
        """[{"EventTime":"2018-07-09T07:16:26.8017265"}]""",
        Bodies.Rows(
            WireFamily.Mde, [new("EventTime", WireType.DateTime)], new AnswerForm(LegacyDates: true),
            new TestRow(TestDates.Parse("2018-07-09T07:16:26.8017265"))));

    [Theory]
    [InlineData("00:00:00", "00:00:00")]
    [InlineData("1.02:03:04.5", "1.02:03:04.5000000")]
    [InlineData("-00:00:01", "-00:00:01")]
    public void Timespans_have_the_constant_form(string value, string expected) => Assert.Equal(
        $$"""{"X":"{{expected}}"}""",
        Bodies.Cell(WireFamily.M365d, WireType.TimeSpan, TimeSpan.Parse(value, System.Globalization.CultureInfo.InvariantCulture)));

    [Fact]
    public void Guids_are_lower_case() => Assert.Equal(
        """{"X":"74be27de-1e4e-49d9-b579-fe0b331d3642"}""",
        Bodies.Cell(WireFamily.M365d, WireType.Guid, Guid.Parse("74BE27DE-1E4E-49D9-B579-FE0B331D3642")));

    [Fact]
    public void Decimals_are_text() =>
        Assert.Equal("""{"X":"-12.50"}""", Bodies.Cell(WireFamily.M365d, WireType.Decimal, -12.50m));

    [Theory]
    [InlineData("""{"a":1,"b":[true,null,{"c":"x"}]}""", """{"a":1,"b":[true,null,{"c":"x"}]}""")]
    [InlineData("""  { "a" : 1 , "b" : [ 1.0 , 2 ] }  """, """{"a":1,"b":[1.0,2]}""")]
    [InlineData("""{"p":"C:\\Windows\\\u0041\/x"}""", """{"p":"C:\\Windows\\A/x"}""")]
    [InlineData("""{"d":"2023-10-05T16:48:39.0000000Z"}""", """{"d":"2023-10-05T16:48:39.0000000Z"}""")]
    [InlineData("""["a","b"]""", """["a","b"]""")]
    [InlineData("\"text\"", "\"text\"")]
    [InlineData("17", "17")]
    [InlineData("null", "null")]
    [InlineData("", "null")]
    [InlineData("{}", "{}")]
    [InlineData("[]", "[]")]
    [InlineData("not json", "\"not json\"")]
    [InlineData("{\"a\":1", "\"{\\\"a\\\":1\"")]
    [InlineData("{\"a\":1} trailing", "\"{\\\"a\\\":1} trailing\"")]
    [InlineData("""{"s":"\ud83d\ude00","lone":"\ud83d."}""", "{\"s\":\"\U0001F600\",\"lone\":\"\uFFFD.\"}")]
    public void Dynamics_are_nested_JSON(string json, string expected) =>
        Assert.Equal($$"""{"X":{{expected}}}""", Bodies.Cell(WireFamily.M365d, WireType.Dynamic, new Json(json)));

    [Fact]
    public void A_dynamic_nested_beyond_reason_is_text()
    {
        var deep = new string('[', 5000) + new string(']', 5000);
        Assert.Equal($$"""{"X":"{{deep}}"}""", Bodies.Cell(WireFamily.M365d, WireType.Dynamic, new Json(deep)));
    }

    [Fact]
    public void All_keys_are_in_every_row_in_the_order_of_the_schema() => Assert.Equal(
        """[{"b":1,"a":"x","c":null},{"b":null,"a":"","c":{"k":1}}]""",
        Bodies.Rows(
            WireFamily.M365d,
            [new("b", WireType.Long), new("a", WireType.String), new("c", WireType.Dynamic)],
            new TestRow(1L, "x", null),
            new TestRow(null, null, new Json("""{"k":1}"""))));

    [Fact]
    public void A_result_without_columns_has_empty_rows() =>
        Assert.Equal("[{},{}]", Bodies.Rows(WireFamily.M365d, [], new TestRow(), new TestRow()));
}

internal static class TestDates
{
    public static DateTime Parse(string text) => DateTime.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
