using System.Text.Json;
using Drever.Cli.Output;

namespace Drever.Cli.Batch;

/// <summary>Writes one JSON object a line; a whole line or none.</summary>
internal sealed class ResultFile : IDisposable
{
    private readonly FileStream _file;
    private readonly MemoryStream _line = new();
    private readonly Utf8JsonWriter _json;

    public ResultFile(string path)
    {
        try
        {
            _file = File.Create(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UserErrorException($"The results can't be written: {e.Message}", ExitCode.Misuse);
        }

        _json = new Utf8JsonWriter(_line, JsonAnswerWriter.Options);
    }

    /// <summary>Begins a line's object with its id; what an earlier begin left unfinished is dropped.</summary>
    public Utf8JsonWriter Begin(JsonElement id)
    {
        _line.SetLength(0);
        _json.Reset();
        _json.WriteStartObject();
        _json.WritePropertyName("id");
        id.WriteTo(_json);
        return _json;
    }

    public void End()
    {
        _json.WriteEndObject();
        _json.Flush();
        _line.WriteByte((byte)'\n');
        _line.WriteTo(_file);
    }

    public void Dispose()
    {
        _json.Dispose();
        _line.Dispose();
        _file.Dispose();
    }
}
