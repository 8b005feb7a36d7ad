using System.Text;
using System.Text.Json;
using Drever.Ingest.Records;

namespace Drever.Ingest.Json;

internal enum ParseOutcome
{
    Record,
    /// <summary>An object that only holds records; what follows are its records.</summary>
    Wrapper,
    /// <summary>The data ends within the record.</summary>
    NeedsMore,
    /// <summary>Good JSON, but no record.</summary>
    Refused,
    /// <summary>No JSON.</summary>
    Malformed,
}

/// <summary>Reads one JSON value, which must be whole, as a record.</summary>
/// <param name="isEnvelope">The object is an envelope whose <c>properties</c> are the row; otherwise it is the row itself.</param>
/// <param name="defaultTable">The table of a record that names none.</param>
internal sealed class RecordParser(bool isEnvelope, string? defaultTable, RecordLimits limits)
{
    private readonly JsonReaderOptions _options = new() { MaxDepth = limits.MaxDepth, AllowMultipleValues = true };
    private bool _hasProperties;

    /// <summary>Why the last value was refused or malformed.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>Lines between the begin of a malformed value and the place where it goes wrong.</summary>
    public long LinesBeforeError { get; private set; }

    /// <param name="data">Begins with the value's first byte.</param>
    /// <param name="isFinal">Nothing comes after the data.</param>
    /// <param name="used">Bytes of the value; for a wrapper, up to its first record.</param>
    public ParseOutcome Parse(ReadOnlySpan<byte> data, bool isFinal, Record record, out int used)
    {
        record.Clear();
        _hasProperties = !isEnvelope;
        var reader = new Utf8JsonReader(data, isFinal, new JsonReaderState(_options));
        ParseOutcome outcome;
        try
        {
            outcome = ReadValue(ref reader, data, record);
        }
        catch (JsonException error)
        {
            LinesBeforeError = error.LineNumber ?? 0;
            Reason = FormattableString.Invariant($"not JSON at line {LinesBeforeError + 1} of the record, byte {(error.BytePositionInLine ?? 0) + 1}");
            outcome = ParseOutcome.Malformed;
        }

        used = (int)reader.BytesConsumed;
        return outcome;
    }

    private ParseOutcome ReadValue(ref Utf8JsonReader reader, ReadOnlySpan<byte> data, Record record)
    {
        if (!reader.Read())
            return ParseOutcome.NeedsMore;
        if (reader.TokenType != JsonTokenType.StartObject)
            return reader.TrySkip() ? Refuse("not a JSON object") : ParseOutcome.NeedsMore;

        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.EndObject)
                return Finish(record);

            var name = NameToken.Of(ref reader);
            if (!reader.Read())
                break;
            if (name.Is(data, "records"u8) && reader.TokenType == JsonTokenType.StartArray && IsUntouched(record))
                return ParseOutcome.Wrapper;
            var whole = isEnvelope ? ReadEnvelope(ref reader, data, record, name) : ReadProperty(ref reader, data, record, name);
            if (!whole)
                break;
        }

        return ParseOutcome.NeedsMore;
    }

    private bool IsUntouched(Record record) => record.Count == 0 && record.Table.Length == 0 && _hasProperties != isEnvelope;

    private ParseOutcome Finish(Record record)
    {
        if (record.Table.Length == 0)
            record.Table = defaultTable ?? "";
        if (record.Count > limits.MaxProperties)
            return Refuse(FormattableString.Invariant($"more than {limits.MaxProperties} properties"));
        if (!_hasProperties)
            return Refuse("no 'properties' object: not a record of Defender's streaming export");
        if (record.Table.Length == 0)
            return Refuse("no 'category': the record does not say which table it belongs to");
        return ParseOutcome.Record;
    }

    private ParseOutcome Refuse(string reason)
    {
        Reason = reason;
        return ParseOutcome.Refused;
    }

    private bool ReadEnvelope(ref Utf8JsonReader reader, ReadOnlySpan<byte> data, Record record, NameToken name)
    {
        if (name.Is(data, "properties"u8) && reader.TokenType == JsonTokenType.StartObject)
        {
            _hasProperties = true;
            return ReadProperties(ref reader, data, record);
        }

        if (reader.TokenType == JsonTokenType.String)
        {
            if (name.Is(data, "category"u8))
                record.Table = Category(ref reader);
            else if (name.Is(data, "time"u8) && TimeText.TryParse(reader.ValueSpan, out var ticks))
                record.ReceivedTicks = ticks;
            return true;
        }

        return reader.TrySkip();
    }

    private bool ReadProperties(ref Utf8JsonReader reader, ReadOnlySpan<byte> data, Record record)
    {
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.EndObject)
                return true;
            var name = NameToken.Of(ref reader);
            if (!reader.Read() || !ReadProperty(ref reader, data, record, name))
                return false;
        }

        return false;
    }

    private bool ReadProperty(ref Utf8JsonReader reader, ReadOnlySpan<byte> data, Record record, NameToken token)
    {
        // Beyond the limit nothing is kept; Finish refuses the record.
        var isKept = record.Count <= limits.MaxProperties;
        var name = token.In(data);
        if (token.IsEscaped)
        {
            var unescaped = new byte[JsonText.MaxLength(name.Length)];
            name = unescaped.AsSpan(0, JsonText.Unescape(name, unescaped));
        }

        var value = reader.ValueSpan;
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject or JsonTokenType.StartArray:
                var start = (int)reader.TokenStartIndex;
                if (!reader.TrySkip())
                    return false;
                var json = data[start..(int)reader.BytesConsumed];
                if (isKept)
                    record.End(FieldKind.Json, JsonText.Compact(json, record.Start(name, JsonText.MaxLength(json.Length))));
                return true;
            case JsonTokenType.String when isKept:
                var room = record.Start(name, JsonText.MaxLength(value.Length));
                record.End(FieldKind.Text, reader.ValueIsEscaped ? JsonText.Unescape(value, room) : JsonText.CopyValid(value, room));
                return true;
            case JsonTokenType.Number when isKept: record.Add(name, FieldKind.Number, value); return true;
            case JsonTokenType.True when isKept: record.Add(name, FieldKind.True, value); return true;
            case JsonTokenType.False when isKept: record.Add(name, FieldKind.False, value); return true;
            case JsonTokenType.Null when isKept: record.Add(name, FieldKind.Null, default); return true;
            default: return true;
        }
    }

    private static string Category(ref Utf8JsonReader reader)
    {
        Span<byte> text = stackalloc byte[128];
        var value = reader.ValueSpan;
        if (value.Length > text.Length)
            return "(a name of more than 128 bytes)";
        if (!reader.ValueIsEscaped)
            return TableNames.FromCategory(value);
        return TableNames.FromCategory(text[..JsonText.Unescape(value, text)]);
    }

    /// <summary>A property name: where it stands without its quotes.</summary>
    private readonly record struct NameToken(int Start, int Length, bool IsEscaped)
    {
        public static NameToken Of(ref Utf8JsonReader reader) => new((int)reader.TokenStartIndex + 1, reader.ValueSpan.Length, reader.ValueIsEscaped);

        public ReadOnlySpan<byte> In(ReadOnlySpan<byte> data) => data.Slice(Start, Length);

        public bool Is(ReadOnlySpan<byte> data, ReadOnlySpan<byte> lowerCase) => !IsEscaped && Ascii.EqualsIgnoreCase(In(data), lowerCase);
    }
}
