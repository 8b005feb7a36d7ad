using System.Text.Json;

namespace Drever.Wire;

/// <summary>What a look through a piece of JSON text says about it.</summary>
internal enum JsonShape
{
    /// <summary>Not JSON, or nested too deeply.</summary>
    Invalid,

    /// <summary>Valid and already in the form that would be written: no blanks, no unusual escapes.</summary>
    Compact,

    /// <summary>Valid, but to be rewritten.</summary>
    Loose,
}

/// <summary>Checks JSON text of unknown origin before any of it is written.</summary>
internal static class JsonCheck
{
    /// <summary>Deeper values are written as text.</summary>
    public const int MaxDepth = 100;

    public static Utf8JsonReader Reader(ReadOnlySpan<byte> json) =>
        new(json, new JsonReaderOptions { MaxDepth = MaxDepth });

    /// <summary>Classifies <paramref name="json"/>, which must be valid UTF-8.</summary>
    public static JsonShape Shape(ReadOnlySpan<byte> json)
    {
        if (!MayStartValue(json))
            return JsonShape.Invalid;
        try
        {
            return Measure(json);
        }
        catch (JsonException)
        {
            return JsonShape.Invalid;
        }
    }

    // exceptions are slow: text that is plainly no JSON is told by its first byte
    private static bool MayStartValue(ReadOnlySpan<byte> json)
    {
        json = json.TrimStart(" \t\r\n"u8);
        return !json.IsEmpty && "{[\"-tfn0123456789"u8.Contains(json[0]);
    }

    // the text is compact when its length is that of its tokens, commas and colons
    private static JsonShape Measure(ReadOnlySpan<byte> json)
    {
        var reader = Reader(json);
        long length = 0;
        var comma = false;
        var usual = true;
        while (reader.Read())
        {
            var type = reader.TokenType;
            if (type is JsonTokenType.EndObject or JsonTokenType.EndArray)
            {
                length++;
                comma = true;
                continue;
            }
            if (comma)
                length++;
            length += reader.ValueSpan.Length;
            if (type is JsonTokenType.PropertyName or JsonTokenType.String)
            {
                length += 2;
                usual &= !reader.ValueIsEscaped || HasOnlyUsualEscapes(reader.ValueSpan);
            }
            if (type == JsonTokenType.PropertyName)
                length++;
            comma = type is not (JsonTokenType.PropertyName or JsonTokenType.StartObject or JsonTokenType.StartArray);
        }
        return usual && length == json.Length ? JsonShape.Compact : JsonShape.Loose;
    }

    // may say no to an escaped backslash before 'u' or '/': that only costs the rewrite
    private static bool HasOnlyUsualEscapes(ReadOnlySpan<byte> raw) =>
        raw.IndexOf("\\u"u8) < 0 && raw.IndexOf("\\/"u8) < 0;
}
