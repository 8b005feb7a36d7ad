using Drever.Functions.Tests.Support;
using Drever.Functions.Values;
using Drever.Testing;

namespace Drever.Functions.Tests.Representation;

/// <summary>Values as text and as dynamic: <see cref="Literal"/>'s notation, tostring(), JSON.</summary>
[Collection(EngineCollection.Name)]
public class TextValuesTests(EngineFixture fixture)
{
    [Theory]
    [InlineData("bool true", "true", "true")]
    [InlineData("bool null", "", "")]
    [InlineData("int -5", "-5", "-5")]
    [InlineData("long 9223372036854775807", "9223372036854775807", "9223372036854775807")]
    [InlineData("long null", "", "")]
    [InlineData("real 1.5", "1.5", "1.5")]
    [InlineData("real 2", "2.0", "2.0")]
    [InlineData("real NaN", "NaN", "\"NaN\"")]
    [InlineData("real Infinity", "Infinity", "\"Infinity\"")]
    [InlineData("real null", "", "")]
    [InlineData("decimal 12.50", "12.5", "\"12.5\"")]
    [InlineData("datetime 2020-08-30T06:38:35.7664356Z", "2020-08-30T06:38:35.7664356Z", "\"2020-08-30T06:38:35.7664356Z\"")]
    [InlineData("datetime 0001-01-01", "0001-01-01T00:00:00.0000000Z", "\"0001-01-01T00:00:00.0000000Z\"")]
    [InlineData("datetime null", "", "")]
    [InlineData("timespan 1.02:03:04", "1.02:03:04", "\"1.02:03:04\"")]
    [InlineData("timespan -00:00:00.5", "-00:00:00.5000000", "\"-00:00:00.5000000\"")]
    [InlineData("timespan null", "", "")]
    [InlineData("guid 74be27de-1e4e-49d9-b579-fe0b331d3642", "74be27de-1e4e-49d9-b579-fe0b331d3642", "\"74be27de-1e4e-49d9-b579-fe0b331d3642\"")]
    [InlineData("guid null", "", "")]
    [InlineData("'a\"b\\/'", "a\"b\\/", "\"a\\\"b\\\\/\"")]
    [InlineData("''", "", "\"\"")]
    [InlineData("json \"text\"", "text", "\"text\"")]
    [InlineData("json {\"a\":[1,null]}", "{\"a\":[1,null]}", "{\"a\":[1,null]}")]
    public async Task Text_and_json(string value, string text, string json)
    {
        var constant = Literal.Parse(value);
        var column = TestCall.RunTime(constant);
        foreach (var operand in new[] { constant, column })
        {
            Assert.Equal(text, await fixture.ValueAsync(operand.Value.AsText()));
            Assert.Equal(json, await fixture.ValueAsync(operand.Value.AsDynamic()));
        }
    }

    [Theory]
    [InlineData("'{\"a\":1, \"b\":[ true ]}'", "{\"a\":1,\"b\":[true]}")]
    [InlineData("'not json'", "\"not json\"")]
    [InlineData("'{\"a\":1'", "\"{\\\"a\\\":1\"")]
    [InlineData("'null'", "")]
    [InlineData("''", "")]
    [InlineData("'5'", "5")]
    public async Task Parsed_text(string text, string json)
    {
        var value = TestCall.RunTime(Literal.Parse(text)).Value;
        Assert.Equal(json, await fixture.ValueAsync(new SqlValue(DynamicPaths.Parse(value.Sql), Kql.Symbols.KqlType.Dynamic, Nullable: false)));
    }
}
