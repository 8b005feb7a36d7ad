using System.Text.Json;
using System.Text.Unicode;

namespace Drever.Wire;

/// <summary>
/// Dynamic values as Graph sends them: objects say their type at every level, whole numbers are annotated
/// <c>#Int64</c>, arrays are collections of strings whose objects are JSON text; true and false stay what they are.
/// </summary>
internal sealed class GraphDynamic
{
    private static ReadOnlySpan<byte> Annotation => "@odata.type"u8;

    private readonly ByteBuffer _element = new();

    public void Write(ref JsonOut output, CellKey key, ReadOnlySpan<byte> json)
    {
        if (Utf8.IsValid(json))
        {
            Valid(ref output, key, json);
            return;
        }
        using var repaired = Utf8Repair.Repair(json);
        Valid(ref output, key, repaired.Bytes);
    }

    private void Valid(ref JsonOut output, CellKey key, ReadOnlySpan<byte> json)
    {
        var shape = json.IsEmpty ? JsonShape.Invalid : JsonCheck.Shape(json);
        if (shape == JsonShape.Invalid)
        {
            key.Write(ref output);
            if (json.IsEmpty)
                output.Raw("{}"u8);
            else
                output.Text(json);
            return;
        }
        var reader = JsonCheck.Reader(json);
        reader.Read();
        var type = TypeOf(ref reader);
        if (type.IsEmpty)
            key.Write(ref output);
        else
            key.Write(ref output, type);
        if (reader.TokenType == JsonTokenType.Null)
            output.Raw("{}"u8);
        else
            Value(ref output, ref reader, json);
    }

    // what the JSON alone would not tell; empty when it does
    private static ReadOnlySpan<byte> TypeOf(scoped ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.StartArray => "#Collection(String)"u8,
        JsonTokenType.Number when IsWhole(ref reader) => "#Int64"u8,
        _ => default,
    };

    private static bool IsWhole(scoped ref Utf8JsonReader reader) =>
        reader.ValueSpan.IndexOfAny((byte)'.', (byte)'e', (byte)'E') < 0 && reader.TryGetInt64(out _);

    private void Value(ref JsonOut output, ref Utf8JsonReader reader, ReadOnlySpan<byte> json)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                Members(ref output, ref reader, json);
                break;
            case JsonTokenType.StartArray:
                Elements(ref output, ref reader, json);
                break;
            case JsonTokenType.String:
                Quoted(ref output, ref reader);
                break;
            default:
                output.Raw(reader.ValueSpan);
                break;
        }
    }

    private void Members(ref JsonOut output, ref Utf8JsonReader reader, ReadOnlySpan<byte> json)
    {
        output.Raw("{\"@odata.type\":\"#microsoft.graph.security.dynamicColumnValue\""u8);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            // the data's own annotation would be a second key of that name
            if (reader.ValueTextEquals(Annotation))
            {
                reader.Read();
                reader.Skip();
                continue;
            }
            var name = reader;
            reader.Read();
            var type = TypeOf(ref reader);
            if (!type.IsEmpty)
            {
                output.Raw(",\""u8);
                CompactJson.Escaped(ref output, ref name);
                output.Raw("@odata.type\":\""u8);
                output.Raw(type);
                output.Raw((byte)'"');
            }
            output.Raw((byte)',');
            Quoted(ref output, ref name);
            output.Raw((byte)':');
            Value(ref output, ref reader, json);
        }
        output.Raw((byte)'}');
    }

    private void Elements(ref JsonOut output, ref Utf8JsonReader reader, ReadOnlySpan<byte> json)
    {
        output.Raw((byte)'[');
        var first = true;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (!first)
                output.Raw((byte)',');
            first = false;
            Element(ref output, ref reader, json);
        }
        output.Raw((byte)']');
    }

    private void Element(ref JsonOut output, ref Utf8JsonReader reader, ReadOnlySpan<byte> json)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                Quoted(ref output, ref reader);
                break;
            case JsonTokenType.Null:
                output.Raw("null"u8);
                break;
            case JsonTokenType.StartObject or JsonTokenType.StartArray:
                var start = (int)reader.TokenStartIndex;
                reader.Skip();
                Stringified(ref output, json[start..(int)reader.BytesConsumed]);
                break;
            default:
                output.Text(reader.ValueSpan);
                break;
        }
    }

    private void Stringified(ref JsonOut output, ReadOnlySpan<byte> json)
    {
        _element.Clear();
        var text = new JsonOut(_element);
        CompactJson.Write(ref text, json, JsonCheck.Shape(json));
        text.Flush();
        output.Text(_element.Written);
    }

    private static void Quoted(ref JsonOut output, ref Utf8JsonReader reader)
    {
        output.Raw((byte)'"');
        CompactJson.Escaped(ref output, ref reader);
        output.Raw((byte)'"');
    }
}
