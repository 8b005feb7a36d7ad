using System.Globalization;

namespace Drever.Engine.Embedded;

/// <summary>Reads ClickHouse's error text: <c>Code: 62. DB::Exception: Syntax error ... (SYNTAX_ERROR)</c>, the frame sometimes doubled.</summary>
internal static class ErrorText
{
    private const string CodeMark = "Code: ";
    private const string ExceptionMark = "DB::Exception: ";

    public static EngineError Parse(string text)
    {
        var code = 0;
        var rest = text.AsSpan().Trim();
        while (rest.StartsWith(CodeMark, StringComparison.Ordinal))
        {
            var digits = rest[CodeMark.Length..];
            var end = digits.IndexOf('.');
            if (end < 0 || !int.TryParse(digits[..end], NumberStyles.None, CultureInfo.InvariantCulture, out var found))
                break;
            code = code == 0 ? found : code;
            rest = digits[(end + 1)..].TrimStart();
            if (rest.StartsWith(ExceptionMark, StringComparison.Ordinal))
                rest = rest[ExceptionMark.Length..];
        }

        return new EngineError(code, KindOf(code), WithoutTail(rest).ToString());
    }

    public static EngineErrorKind KindOf(int code) => code switch
    {
        62 => EngineErrorKind.Syntax,
        60 or 81 => EngineErrorKind.UnknownTable,
        10 or 16 or 47 => EngineErrorKind.UnknownColumn,
        46 or 63 => EngineErrorKind.UnknownFunction,
        159 or 160 => EngineErrorKind.TimedOut,
        173 or 241 => EngineErrorKind.MemoryLimit,
        158 or 307 or 396 => EngineErrorKind.ResultTooLarge,
        394 or 734 => EngineErrorKind.Cancelled,
        164 or 291 or 497 => EngineErrorKind.ReadOnly,
        243 => EngineErrorKind.DiskFull,
        6 or 26 or 27 or 36 or 38 or 41 or 43 or 53 or 69 or 70 or 72 or 117 or 131 or 153 or 321 or 349 or 376 or 395 or 407 or 427 or 691 => EngineErrorKind.BadValue,
        _ => EngineErrorKind.Other,
    };

    /// <summary>Drops " (version 26.7.2.1)." and " (READONLY)" from the end, as often as they are there.</summary>
    private static ReadOnlySpan<char> WithoutTail(ReadOnlySpan<char> text)
    {
        while (true)
        {
            text = text.TrimEnd(" .");
            var open = text.LastIndexOf(" (");
            if (open < 0 || text[^1] != ')')
                return text;
            var inner = text[(open + 2)..^1];
            if (!inner.StartsWith("version ", StringComparison.Ordinal) && inner.IndexOfAnyExcept(CodeNameCharacters) >= 0)
                return text;
            text = text[..open];
        }
    }

    private static readonly System.Buffers.SearchValues<char> CodeNameCharacters =
        System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_");
}
