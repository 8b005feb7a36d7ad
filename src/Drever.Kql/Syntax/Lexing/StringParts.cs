namespace Drever.Kql.Syntax.Lexing;

/// <summary>The pieces a string literal is made of; the lexer and the string value read them alike.</summary>
internal static class StringParts
{
    /// <summary>The length of <c>h</c>, <c>@</c>, <c>h@</c> or nothing.</summary>
    public static int PrefixLength(ReadOnlySpan<char> text)
    {
        var length = 0;
        if (length < text.Length && text[length] is 'h' or 'H')
            length++;
        if (length < text.Length && text[length] == '@')
            length++;
        return length;
    }

    public static bool HasLongQuote(ReadOnlySpan<char> text, int position) =>
        position + 3 <= text.Length && text[position] is '`' or '~' && text[position + 1] == text[position] && text[position + 2] == text[position];

    /// <summary>The length of the escape at the start of the text, backslash included; 0 when it is none.</summary>
    public static int EscapeLength(ReadOnlySpan<char> text)
    {
        if (text.Length < 2)
            return 0;
        return text[1] switch
        {
            '\\' or '\'' or '"' or 'a' or 'b' or 'f' or 'n' or 'r' or 't' or 'v' => 2,
            'x' => HexLength(text, 2),
            'u' => HexLength(text, 4),
            'U' => HexLength(text, 8),
            >= '0' and <= '7' => 1 + OctalLength(text[1..]),
            _ => 0,
        };
    }

    private static int HexLength(ReadOnlySpan<char> text, int digits)
    {
        if (text.Length < 2 + digits)
            return 0;
        foreach (var c in text.Slice(2, digits))
        {
            if (!char.IsAsciiHexDigit(c))
                return 0;
        }

        return 2 + digits;
    }

    /// <summary>Three digits only up to <c>\377</c>.</summary>
    private static int OctalLength(ReadOnlySpan<char> text)
    {
        var length = 1;
        while (length < text.Length && length < 3 && text[length] is >= '0' and <= '7')
            length++;
        return length == 3 && text[0] > '3' ? 2 : length;
    }
}
