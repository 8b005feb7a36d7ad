using System.Text.Encodings.Web;
using System.Text.Json;
using Drever.Hunting;

namespace Drever.Cli.Output;

/// <summary>One object a row: as an array (<c>json</c>) or one a line (<c>ndjson</c>).</summary>
internal sealed class JsonAnswerWriter(Stream output, bool lines) : IAnswerWriter, IDisposable
{
    public static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    private readonly Utf8JsonWriter _json = new(output, Options);
    private JsonEncodedText[] _names = [];
    private bool _any;

    public void Begin(IHuntingAnswer answer)
    {
        _names = [.. answer.Columns.Select(c => JsonEncodedText.Encode(c.Name, Options.Encoder))];
        if (!lines)
            output.Write("["u8);
    }

    public void Row(IHuntingAnswer answer)
    {
        if (!lines)
            output.Write(_any ? ",\n"u8 : "\n"u8);
        _any = true;
        _json.WriteStartObject();
        for (var i = 0; i < _names.Length; i++)
        {
            _json.WritePropertyName(_names[i]);
            CellJson.Write(_json, answer, i);
        }

        _json.WriteEndObject();
        _json.Flush();
        _json.Reset();
        if (lines)
            output.Write("\n"u8);
    }

    public void End()
    {
        if (!lines)
            output.Write(_any ? "\n]\n"u8 : "]\n"u8);
        output.Flush();
    }

    public void Dispose() => _json.Dispose();
}
