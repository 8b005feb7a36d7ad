using System.Text.Json;
using System.Text.Unicode;

namespace Drever.Wire;

/// <summary>
/// Reads a call's body. Property names match in any letter case; properties the family does not have are passed
/// over, and so is a leading UTF-8 byte order mark; every other oddity is a fault, never an exception.
/// </summary>
public static class RequestReader
{
    private const string NotJson = "The request body is not valid JSON. Send a JSON object with the KQL text in 'query'.";
    private const string NoQuery = "The query is missing. Send a JSON object with the KQL text in 'query'.";

    public static RequestReading Read(ReadOnlySpan<byte> body, WireFamily family, RequestLimits limits)
    {
        if (body.Length > limits.MaxBytes)
            return RequestReading.Bad(FaultKind.BodyTooLarge, TooLarge(limits.MaxBytes));
        if (body.StartsWith("\uFEFF"u8))
            body = body[3..];
        if (!Utf8.IsValid(body))
            return RequestReading.Bad(FaultKind.InvalidBody, "The request body is not UTF-8. " + NotJson);
        try
        {
            return Object(body, family, limits);
        }
        catch (JsonException)
        {
            return RequestReading.Bad(FaultKind.InvalidBody, NotJson);
        }
        catch (InvalidOperationException)
        {
            // the reader's answer to a lone surrogate in a string it is asked for
            return RequestReading.Bad(FaultKind.InvalidBody, "A text in the request body has half of a surrogate pair. " + NotJson);
        }
    }

    public static string TooLarge(int maxBytes) =>
        $"The request body is larger than {maxBytes} bytes. Shorten the query.";

    private static RequestReading Object(ReadOnlySpan<byte> body, WireFamily family, RequestLimits limits)
    {
        var reader = new Utf8JsonReader(body, new JsonReaderOptions { MaxDepth = limits.MaxDepth });
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            return RequestReading.Bad(FaultKind.InvalidBody, NotJson);
        var fields = new RequestFields(family);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var field = fields.Named(ref reader);
            reader.Read();
            if (fields.Take(field, ref reader) is { } fault)
                return RequestReading.Bad(fault.Kind, fault.Message);
        }
        // what follows the object is refused by the reader itself
        reader.Read();
        return string.IsNullOrWhiteSpace(fields.Query)
            ? RequestReading.Bad(FaultKind.InvalidBody, NoQuery)
            : RequestReading.Of(new WireRequest(fields.Query, fields.Timespan, fields.WorkspaceId));
    }
}
