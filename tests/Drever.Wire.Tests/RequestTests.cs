using System.Text;

namespace Drever.Wire.Tests;

/// <summary>Section 1.2 of the contract, and bodies nobody should send.</summary>
public class RequestTests
{
    [Theory]
    [InlineData("""{"Query":"T"}""")]
    [InlineData("""{"query":"T"}""")]
    [InlineData("""{"QUERY":"T"}""")]
    [InlineData("""{"qu\u0065ry":"T"}""")]
    [InlineData("""{"Query":"\u0054"}""")]
    [InlineData("""{"other":{"a":[1,2,{"b":null}]},"Query":"T","n":1e999}""")]
    [InlineData("""{"Query":"T","x":"\ud800","x":2,"x":3}""")]
    [InlineData(" \r\n\t{ \"Query\" : \"T\" } \n")]
    [InlineData("\uFEFF{\"Query\":\"T\"}")]
    [InlineData("""{"Query":"T","Timespan":null,"workspaceId":null}""")]
    [InlineData("""{"Query":"T","timespan":""}""")]
    public void Read(string body)
    {
        var reading = RequestReader.Read(Encoding.UTF8.GetBytes(body), WireFamily.Graph, RequestLimits.Default);
        Assert.Null(reading.Fault);
        Assert.Equal(new WireRequest("T", null, null), reading.Request);
    }

    [Theory]
    [InlineData("""{"Query":"T","Timespan":7,"timespan":{},"workspaceId":[]}""")]
    [InlineData("""{"Query":"T","Timespan":"P1D"}""")]
    public void The_Defender_families_have_no_other_property(string body) => Assert.Equal(
        new WireRequest("T", null, null),
        RequestReader.Read(Encoding.UTF8.GetBytes(body), WireFamily.M365d, RequestLimits.Default).Request);

    [Fact]
    public void Graphs_parameters_are_read() => Assert.Equal(
        new WireRequest("a\nb", "P1D", "74be27de"),
        RequestReader.Read("""{"query":"a\nb","timespan":"P1D","workspaceId":"74be27de"}"""u8, WireFamily.Graph, RequestLimits.Default).Request);

    public static TheoryData<string> Hostile() =>
    [
        "", " ", "\n", "\0", "{", "}", "[", "]", "\"", "null", "true", "1", "-", "1e5", "\"Query\"", "[]", "{}", "[{}]",
        """[{"Query":"T"}]""", """{"Query"}""", """{"Query":}""", """{"Query":"T" """, """{"Query":"T""", """{"Query":"T"}}""",
        """{"Query":"T"},""", """{"Query":"T"} x""", """{"Query":"T"}{"Query":"T"}""", """{"Query":"T",}""", """{,"Query":"T"}""",
        """{"Query" "T"}""", """{'Query':'T'}""", """{Query:"T"}""", """{"Query":'T'}""", """{"Query":T}""",
        """{"Query":null}""", """{"Query":1}""", """{"Query":1e99999}""", """{"Query":true}""", """{"Query":[]}""", """{"Query":["T"]}""",
        """{"Query":{}}""", """{"Query":{"Query":"T"}}""", """{"Query":""}""", """{"Query":" \t\n"}""", """{"Querys":"T"}""", """{"Query ":"T"}""",
        """{"":"T"}""", """{"Query\u0000":"T"}""",
        """{"Query":"T","Query":"U"}""", """{"Query":"T","query":"U"}""", """{"Query":null,"Query":"T"}""",
        """{"Query":"T","Timespan":"a","timespan":"b"}""", """{"Query":"T","Timespan":1}""", """{"Query":"T","Timespan":{}}""", """{"Query":"T","workspaceId":[]}""",
        "{\"Query\":\"a\nb\"}", "{\"Query\":\"a\rb\"}", "{\"Query\":\"a\tb\"}", "{\"Query\":\"a\0b\"}", "{\"Query\":\"a\u001fb\"}",
        """{"Query":"\ud800"}""", """{"Query":"\udc00\ud800"}""", """{"Query":"\ud800\u0041"}""", """{"Query":"\ud83dx"}""", """{"\ud800":1}""",
        """{"Query":"\x41"}""", """{"Query":"\u12"}""", """{"Query":"\u12G4"}""", """{"Query":"\"}""", """{"Query":"\U0041"}""", """{"Query":"\'"}""",
        """/* c */{"Query":"T"}""", """{"Query":"T"}//c""", """{"Query":"T","n":01}""", """{"Query":"T","n":+1}""", """{"Query":"T","n":1.}""",
        """{"Query":"T","n":.5}""", """{"Query":"T","n":0x1F}""", """{"Query":"T","n":NaN}""", """{"Query":"T","n":Infinity}""", """{"Query":"T","n":1e}""",
        """{"Query":"T","n":tru}""", """{"Query":"T","n":nul}""", """{"Query":"T","n":TRUE}""", """{"Query":"T","n":undefined}""",
        "Query=T", "<xml/>", "T | take 1", "\uFEFF", "\uFEFF\uFEFF{\"Query\":\"T\"}", "{\"Query\":\"T\"}\0", "\u2028{\"Query\":\"T\"}", "\u00a0{\"Query\":\"T\"}",
    ];

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Hostile_texts_are_a_typed_fault(string body) => Refused(Encoding.UTF8.GetBytes(body));

    [Theory]
    [InlineData(new byte[] { 0xFF, 0xFE, (byte)'{', 0, (byte)'}', 0 })]
    [InlineData(new byte[] { 0xFE, 0xFF, 0, (byte)'{', 0, (byte)'}' })]
    [InlineData(new byte[] { 0xFF, 0xFE, 0, 0, (byte)'{', 0, 0, 0 })]
    [InlineData(new byte[] { 0xEF, 0xBB })]
    [InlineData(new byte[] { 0x80 })]
    [InlineData(new byte[] { 0x1F, 0x8B, 0x08, 0, 0, 0 })]
    public void Other_encodings_are_a_typed_fault(byte[] body) => Refused(body);

    [Theory]
    [InlineData(0xFF)]
    [InlineData(0xC0)]
    [InlineData(0x80)]
    [InlineData(0xE4)]
    [InlineData(0xED)]
    public void Bytes_that_are_not_UTF8_are_a_typed_fault(byte bad) =>
        Refused([.. "{\"Query\":\"a"u8, bad, .. "b\"}"u8]);

    [Fact]
    public void Every_truncation_of_a_good_body_is_a_typed_fault()
    {
        var body = Encoding.UTF8.GetBytes("""{"Query":"Größe \u0041 \ud83d\ude00","x":[1.5e3,{"a":null}],"Timespan":"P1D"}""");
        Assert.NotNull(RequestReader.Read(body, WireFamily.Graph, RequestLimits.Default).Request);
        for (var length = 0; length < body.Length; length++)
            Refused(body[..length]);
    }

    [Theory]
    [InlineData("[")]
    [InlineData("{\"a\":")]
    public void Deep_nesting_is_a_typed_fault(string open) =>
        Refused(Encoding.UTF8.GetBytes("{\"Query\":\"T\",\"x\":" + string.Concat(Enumerable.Repeat(open, 100_000))));

    [Fact]
    public void A_body_over_the_limit_is_its_own_fault()
    {
        var body = Encoding.UTF8.GetBytes($$"""{"Query":"{{new string('x', 1024 * 1024)}}"}""");
        Assert.Equal(FaultKind.BodyTooLarge, RequestReader.Read(body, WireFamily.Graph, RequestLimits.Default).Fault!.Kind);
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData("", true)]
    [InlineData("application/json", true)]
    [InlineData("application/json; charset=utf-8", true)]
    [InlineData("application/json;CHARSET=\"UTF-8\"", true)]
    [InlineData("text/plain", true)]
    [InlineData("application/json; charset=us-ascii", true)]
    [InlineData("application/json; charset=utf-16", false)]
    [InlineData("application/json; charset=iso-8859-1", false)]
    [InlineData("application/json; x=y; charset = windows-1252", false)]
    [InlineData("application/json; charset=", false)]
    [InlineData(";;;=;", true)]
    public void Only_UTF8_is_read(string? contentType, bool good) => Assert.Equal(good, MediaType.Check(contentType) is null);

    private static void Refused(byte[] body)
    {
        var reading = RequestReader.Read(body, WireFamily.Graph, RequestLimits.Default);
        Assert.Null(reading.Request);
        Assert.Equal(FaultKind.InvalidBody, reading.Fault!.Kind);
    }
}
