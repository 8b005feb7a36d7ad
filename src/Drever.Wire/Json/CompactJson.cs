using System.Text.Json;

namespace Drever.Wire;

/// <summary>Writes checked JSON text without blanks and with this project's escapes.</summary>
internal static class CompactJson
{
    /// <summary>Writes <paramref name="json"/>, which <see cref="JsonCheck.Shape"/> called <paramref name="shape"/>.</summary>
    public static void Write(ref JsonOut output, ReadOnlySpan<byte> json, JsonShape shape)
    {
        if (shape == JsonShape.Compact)
            output.Raw(json);
        else if (shape == JsonShape.Invalid)
            output.Text(json);
        else
            Rewrite(ref output, json);
    }

    /// <summary>The inside of a string or name token, escapes resolved and set again.</summary>
    public static void Escaped(ref JsonOut output, ref Utf8JsonReader reader)
    {
        if (!reader.ValueIsEscaped)
        {
            output.Escaped(reader.ValueSpan);
            return;
        }
        using var text = JsonText.Unescape(reader.ValueSpan);
        output.Escaped(text.Bytes);
    }

    private static void Rewrite(ref JsonOut output, ReadOnlySpan<byte> json)
    {
        var reader = JsonCheck.Reader(json);
        var comma = false;
        while (reader.Read())
        {
            var type = reader.TokenType;
            if (comma && type is not (JsonTokenType.EndObject or JsonTokenType.EndArray))
                output.Raw((byte)',');
            if (type is JsonTokenType.PropertyName or JsonTokenType.String)
            {
                output.Raw((byte)'"');
                Escaped(ref output, ref reader);
                output.Raw((byte)'"');
            }
            else
            {
                output.Raw(reader.ValueSpan);
            }
            if (type == JsonTokenType.PropertyName)
                output.Raw((byte)':');
            comma = type is not (JsonTokenType.PropertyName or JsonTokenType.StartObject or JsonTokenType.StartArray);
        }
    }
}
