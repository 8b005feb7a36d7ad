using System.Text;
using System.Text.Json;

namespace Drever.Wire.Tests;

public class EscapingTests
{
    [Theory]
    [InlineData("a\"b\\c", """a\"b\\c""")]
    [InlineData("\b\t\n\f\r", """\b\t\n\f\r""")]
    [InlineData("\0\u0001\u001f", """\u0000\u0001\u001f""")]
    [InlineData("\u0085\u2028\u2029", """\u0085\u2028\u2029""")]
    [InlineData("<script>'&+/\u007f", "<script>'&+/\u007f")]
    [InlineData("Größe 日本 \U0001F600 \u00a0\u2026", "Größe 日本 \U0001F600 \u00a0\u2026")]
    public void Strings_are_escaped_as_by_Newtonsoft(string value, string expected) =>
        Assert.Equal($$"""{"X":"{{expected}}"}""", Bodies.Cell(WireFamily.M365d, WireType.String, value));

    [Fact]
    public void Every_character_comes_back_as_it_went_in()
    {
        for (var start = 0; start < 0x10FFFF; start += 0x400)
        {
            var text = new StringBuilder();
            for (var code = start; code < start + 0x400; code++)
            {
                if (Rune.IsValid(code))
                    text.Append(new Rune(code).ToString());
            }
            using var parsed = JsonDocument.Parse(Bodies.Cell(WireFamily.Graph, WireType.String, text.ToString()));
            Assert.Equal(text.ToString(), parsed.RootElement.GetProperty("X").GetString());
        }
    }

    [Theory]
    [InlineData(new byte[] { 0x41, 0xFF, 0x42 }, "A\uFFFDB")]
    [InlineData(new byte[] { 0xC2 }, "\uFFFD")]
    [InlineData(new byte[] { 0xE2, 0x80 }, "\uFFFD")]
    [InlineData(new byte[] { 0xED, 0xA0, 0x80 }, "\uFFFD\uFFFD\uFFFD")]
    public void Bytes_that_are_not_UTF8_are_replaced(byte[] value, string expected)
    {
        Assert.Equal($$"""{"X":"{{expected}}"}""", Bodies.Cell(WireFamily.M365d, WireType.String, value));
        Assert.Equal($$"""{"X":"{{expected}}"}""", Bodies.Cell(WireFamily.Graph, WireType.Dynamic, new Json([(byte)'"', .. value, (byte)'"'])));
    }

    [Theory]
    [InlineData(WireFamily.M365d)]
    [InlineData(WireFamily.Graph)]
    public void A_column_name_can_be_anything(WireFamily family)
    {
        const string Name = "a\"b\\\n{}日@odata.type";
        using var parsed = JsonDocument.Parse(Bodies.Of(
            family, [new(Name, WireType.Long), new("y", WireType.String)], new AnswerForm(), Bodies.NoStats, new TestRow(1L, "z")));
        var results = parsed.RootElement.GetProperty(family == WireFamily.Graph ? "results" : "Results");
        Assert.Equal(1, results[0].GetProperty(Name).GetInt64());
    }

    [Fact]
    public void Random_bytes_never_make_an_invalid_body()
    {
        var random = new Random(17);
        for (var i = 0; i < 3000; i++)
        {
            var bytes = new byte[random.Next(40)];
            random.NextBytes(bytes);
            if (i % 2 == 0)
            {
                for (var j = 0; j < bytes.Length; j++)
                    bytes[j] = "{}[]\":,\\u0dea1.-tn \n"u8[bytes[j] % 20];
            }
            foreach (var family in Enum.GetValues<WireFamily>())
            {
                var columns = new WireColumn[] { new("s", WireType.String), new("d", WireType.Dynamic), new("n", WireType.Decimal) };
                using var parsed = JsonDocument.Parse(
                    Bodies.Of(family, columns, new AnswerForm(), Bodies.NoStats, new TestRow(bytes, new Json(bytes), new Json(bytes))),
                    new JsonDocumentOptions { MaxDepth = 200 });
                Assert.Equal(JsonValueKind.Object, parsed.RootElement.ValueKind);
            }
        }
    }
}
