namespace Drever.Wire;

/// <summary>
/// Looks at a request's <c>Content-Type</c>. The type itself does not matter: clients that work against the public
/// service send many. The character set does, where one is named.
/// </summary>
public static class MediaType
{
    /// <summary>Null when the body may be read as UTF-8.</summary>
    public static WireFault? Check(string? contentType)
    {
        var charset = Charset(contentType);
        return charset is null || IsUtf8(charset)
            ? null
            : new WireFault(FaultKind.WrongCharset, "The request body must be UTF-8. Send 'Content-Type: application/json; charset=utf-8'.");
    }

    private static bool IsUtf8(string charset) =>
        charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase) ||
        charset.Equals("utf8", StringComparison.OrdinalIgnoreCase) ||
        charset.Equals("us-ascii", StringComparison.OrdinalIgnoreCase);

    private static string? Charset(string? contentType)
    {
        foreach (var parameter in (contentType ?? "").Split(';', StringSplitOptions.TrimEntries).Skip(1))
        {
            var equals = parameter.IndexOf('=', StringComparison.Ordinal);
            if (equals > 0 && parameter.AsSpan(0, equals).Trim().Equals("charset", StringComparison.OrdinalIgnoreCase))
                return parameter[(equals + 1)..].Trim().Trim('"');
        }
        return null;
    }
}
