using System.Text;
using System.Text.Json;

namespace Drever.Wire;

/// <summary>The properties of a body that mean something.</summary>
internal enum RequestField
{
    Unknown,
    Query,
    Timespan,
    WorkspaceId,
}

/// <summary>Collects the properties of a body as they come.</summary>
internal struct RequestFields(WireFamily family)
{
    private int _seen;

    public string? Query { get; private set; }

    public string? Timespan { get; private set; }

    public string? WorkspaceId { get; private set; }

    /// <summary>Which property the reader stands on.</summary>
    public readonly RequestField Named(ref Utf8JsonReader reader)
    {
        if (!reader.ValueIsEscaped)
            return Named(reader.ValueSpan);
        using var name = JsonText.Unescape(reader.ValueSpan);
        return Named(name.Bytes);
    }

    /// <summary>Takes the value the reader stands on, or says what is wrong with it.</summary>
    public WireFault? Take(RequestField field, ref Utf8JsonReader reader)
    {
        if (field == RequestField.Unknown)
        {
            reader.Skip();
            return null;
        }
        if ((_seen & (1 << (int)field)) != 0)
            return new WireFault(FaultKind.InvalidBody, $"The request body has '{NameOf(field)}' twice. Send it once.");
        _seen |= 1 << (int)field;
        if (reader.TokenType is not (JsonTokenType.String or JsonTokenType.Null))
            return new WireFault(FaultKind.InvalidBody, $"'{NameOf(field)}' must be a JSON string.");
        var text = reader.GetString();
        if (field == RequestField.Query)
            Query = text;
        else if (field == RequestField.Timespan)
            Timespan = string.IsNullOrEmpty(text) ? null : text;
        else
            WorkspaceId = text;
        return null;
    }

    private readonly RequestField Named(ReadOnlySpan<byte> name)
    {
        if (Ascii.EqualsIgnoreCase(name, "query"u8))
            return RequestField.Query;
        if (family != WireFamily.Graph)
            return RequestField.Unknown;
        if (Ascii.EqualsIgnoreCase(name, "timespan"u8))
            return RequestField.Timespan;
        return Ascii.EqualsIgnoreCase(name, "workspaceId"u8) ? RequestField.WorkspaceId : RequestField.Unknown;
    }

    private static string NameOf(RequestField field) => field switch
    {
        RequestField.Query => "query",
        RequestField.Timespan => "timespan",
        _ => "workspaceId",
    };
}
