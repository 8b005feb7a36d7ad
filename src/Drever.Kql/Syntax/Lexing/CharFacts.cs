namespace Drever.Kql.Syntax.Lexing;

/// <summary>The character classes of KQL. Names are ASCII; other letters are for strings and comments only.</summary>
internal static class CharFacts
{
    public static bool IsBlank(char c) => c switch
    {
        ' ' or '\t' or '\r' or '\n' or '\f' => true,
        < '\u00A0' => false,
        '\u00A0' or '\u1680' or '\u180E' or (>= '\u2000' and <= '\u200B') or '\u202F' or '\u205F' or '\u3000' or '\uFEFF' => true,
        _ => false,
    };

    public static bool IsLineEnd(char c) => c is '\n' or '\r';

    public static bool IsNameStart(char c) => char.IsAsciiLetter(c) || c is '_' or '$';

    public static bool IsNamePart(char c) => char.IsAsciiLetterOrDigit(c) || c == '_';
}
