using Drever.Kql.Syntax.Lexing;

namespace Drever.Kql.Syntax.Literals;

/// <summary>The raw text between the brackets of <c>long(...)</c> and the like.</summary>
internal static class TypedText
{
    /// <summary>Without the type name, the brackets, the blanks at both ends and one pair of quotes.</summary>
    public static ReadOnlySpan<char> Inner(ReadOnlySpan<char> literal)
    {
        var inner = literal[(literal.IndexOf('(') + 1)..];
        if (inner.Length > 0 && inner[^1] == ')')
            inner = inner[..^1];
        inner = Trim(inner);
        if (inner.Length >= 2 && inner[0] is '"' or '\'' && inner[^1] == inner[0])
            inner = Trim(inner[1..^1]);
        return inner;
    }

    public static bool IsNull(ReadOnlySpan<char> inner) => inner.IsEmpty || inner.Equals("null", StringComparison.OrdinalIgnoreCase);

    private static ReadOnlySpan<char> Trim(ReadOnlySpan<char> text)
    {
        while (text.Length > 0 && CharFacts.IsBlank(text[0]))
            text = text[1..];
        while (text.Length > 0 && CharFacts.IsBlank(text[^1]))
            text = text[..^1];
        return text;
    }
}
