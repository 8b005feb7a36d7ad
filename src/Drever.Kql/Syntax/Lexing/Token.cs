using Drever.Kql.Text;

namespace Drever.Kql.Syntax.Lexing;

/// <summary>One token. <paramref name="HasSpaceBefore"/>: blanks or a comment stand before it.</summary>
/// <param name="Keyword">For the kind <see cref="TokenKind.Keyword"/>, else null.</param>
internal readonly record struct Token(TokenKind Kind, bool HasSpaceBefore, int Start, int Length, Keyword? Keyword)
{
    public int End => Start + Length;

    public TextSpan Span => new(Start, Length);

    public bool Is(string keyword) => Keyword is not null && string.Equals(Keyword.Text, keyword, StringComparison.Ordinal);
}
