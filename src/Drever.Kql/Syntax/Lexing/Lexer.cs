using System.Buffers;
using Drever.Kql.Diagnostics;
using Drever.Kql.Text;

namespace Drever.Kql.Syntax.Lexing;

/// <summary>
/// Cuts a query into tokens, once and from the front. A token keeps its place only; texts and values are taken when the parser asks.
/// Never fails: what is no token is one of kind <see cref="TokenKind.Bad"/>, and a string or literal without its end ends where it must.
/// </summary>
internal ref partial struct Lexer
{
    private readonly ReadOnlySpan<char> _text;
    private readonly int _maxDiagnostics;
    private readonly List<Diagnostic> _diagnostics;
    private Token[] _tokens;
    private int _count;
    private int _position;

    private Lexer(ReadOnlySpan<char> text, int maxDiagnostics, List<Diagnostic> diagnostics)
    {
        _text = text;
        _maxDiagnostics = maxDiagnostics;
        _diagnostics = diagnostics;
        _tokens = ArrayPool<Token>.Shared.Rent((text.Length / 4) + 16);
    }

    /// <summary>All tokens, the last one of kind <see cref="TokenKind.EndOfText"/>. The caller gives the array back to the shared pool.</summary>
    public static Token[] Run(ReadOnlySpan<char> text, int maxDiagnostics, List<Diagnostic> diagnostics, out int count)
    {
        var lexer = new Lexer(text, maxDiagnostics, diagnostics);
        while (lexer.Next())
        {
        }

        count = lexer._count;
        return lexer._tokens;
    }

    private bool Next()
    {
        var before = _position;
        SkipBlanksAndComments();
        var start = _position;
        var hasSpace = start > before;
        if (start >= _text.Length)
        {
            Add(new Token(TokenKind.EndOfText, hasSpace, start, 0, null));
            return false;
        }

        var kind = Scan(start, out var keyword);
        Add(new Token(kind, hasSpace, start, _position - start, keyword));
        return true;
    }

    /// <summary>Scans one token at <paramref name="start"/> and leaves the position at its end.</summary>
    private TokenKind Scan(int start, out Keyword? keyword)
    {
        keyword = null;
        var c = _text[start];
        if (char.IsAsciiLetterOrDigit(c) || c is '_' or '$')
            return ScanWord(start, c, out keyword);

        if (c is '"' or '\'' || (c is '`' or '~' or '@' && StringStartsAt(start)))
            return ScanString(start);

        if (c == '#')
        {
            while (_position < _text.Length && !CharFacts.IsLineEnd(_text[_position]))
                _position++;
            return TokenKind.Directive;
        }

        if (c == '!' && TryKeyword(start, out keyword))
            return TokenKind.Keyword;

        var (kind, length) = Punctuation(c, Peek(start + 1));
        _position = start + length;
        if (kind == TokenKind.Bad)
        {
            // both halves of a surrogate pair are one character to the reader
            if (char.IsHighSurrogate(c) && char.IsLowSurrogate(Peek(start + 1)))
                _position++;
            Report(SyntaxErrors.UnexpectedCharacter, TextSpan.FromBounds(start, _position), _text[start.._position]);
        }

        return kind;
    }

    private TokenKind ScanWord(int start, char c, out Keyword? keyword)
    {
        if (TryKeyword(start, out keyword))
        {
            if (keyword!.LiteralKind == TokenKind.Bad || Peek(_position) != '(')
                return TokenKind.Keyword;
            var kind = keyword.LiteralKind;
            keyword = null;
            return ScanTypedLiteral(kind);
        }

        if (char.IsAsciiHexDigit(c) && RawGuidAt(start))
        {
            _position = start + 36;
            return TokenKind.RawGuidLiteral;
        }

        if (char.IsAsciiDigit(c))
            return ScanNumberOrName(start);

        if (c is 'h' or 'H' && StringStartsAt(start))
            return ScanString(start);

        _position = EndOfName(start + 1);
        return _text[start.._position] is "true" or "false" or "True" or "False" or "TRUE" or "FALSE" ? TokenKind.BoolLiteral : TokenKind.Identifier;
    }

    /// <summary>The longest keyword that starts here, if it ends where a name would.</summary>
    private bool TryKeyword(int start, out Keyword? keyword)
    {
        keyword = null;
        if (!Keywords.TryGet(_text[start..EndOfName(start + 1)], out var candidates))
            return false;
        var rest = _text[start..];
        foreach (var candidate in candidates)
        {
            if (!rest.StartsWith(candidate.Text, StringComparison.Ordinal))
                continue;
            var end = start + candidate.Text.Length;
            if (CharFacts.IsNamePart(Peek(end)))
                return false;
            keyword = candidate;
            _position = end;
            return true;
        }

        return false;
    }

    private static (TokenKind Kind, int Length) Punctuation(char c, char next) => (c, next) switch
    {
        ('(', _) => (TokenKind.OpenParen, 1),
        (')', _) => (TokenKind.CloseParen, 1),
        ('[', _) => (TokenKind.OpenBracket, 1),
        (']', _) => (TokenKind.CloseBracket, 1),
        ('{', _) => (TokenKind.OpenBrace, 1),
        ('}', _) => (TokenKind.CloseBrace, 1),
        ('|', _) => (TokenKind.Bar, 1),
        ('.', '.') => (TokenKind.DotDot, 2),
        ('.', _) => (TokenKind.Dot, 1),
        ('+', _) => (TokenKind.Plus, 1),
        ('-', _) => (TokenKind.Minus, 1),
        ('*', _) => (TokenKind.Asterisk, 1),
        ('/', _) => (TokenKind.Slash, 1),
        ('%', _) => (TokenKind.Percent, 1),
        ('<', '=') => (TokenKind.LessOrEqual, 2),
        ('<', '|') => (TokenKind.LessBar, 2),
        ('<', '>') => (TokenKind.LessGreater, 2),
        ('<', _) => (TokenKind.Less, 1),
        ('>', '=') => (TokenKind.GreaterOrEqual, 2),
        ('>', _) => (TokenKind.Greater, 1),
        ('=', '=') => (TokenKind.EqualEqual, 2),
        ('=', '>') => (TokenKind.FatArrow, 2),
        ('=', '~') => (TokenKind.EqualTilde, 2),
        ('=', _) => (TokenKind.Equal, 1),
        ('!', '=') => (TokenKind.BangEqual, 2),
        ('!', '~') => (TokenKind.BangTilde, 2),
        ('!', _) when !CharFacts.IsNamePart(next) => (TokenKind.Bang, 1),
        (':', _) => (TokenKind.Colon, 1),
        (';', _) => (TokenKind.Semicolon, 1),
        (',', _) => (TokenKind.Comma, 1),
        ('@', _) => (TokenKind.At, 1),
        ('?', _) => (TokenKind.Question, 1),
        _ => (TokenKind.Bad, 1),
    };

    private void SkipBlanksAndComments()
    {
        while (_position < _text.Length)
        {
            if (CharFacts.IsBlank(_text[_position]))
            {
                _position++;
            }
            else if (_text[_position] == '/' && Peek(_position + 1) == '/')
            {
                var length = _text[_position..].IndexOfAny('\n', '\r');
                _position = length < 0 ? _text.Length : _position + length;
            }
            else
            {
                return;
            }
        }
    }

    private readonly char Peek(int position) => position < _text.Length ? _text[position] : '\0';

    private readonly int EndOfName(int position)
    {
        while (position < _text.Length && CharFacts.IsNamePart(_text[position]))
            position++;
        return position;
    }

    private readonly void Report(DiagnosticDescriptor descriptor, TextSpan span, ReadOnlySpan<char> argument)
    {
        if (_diagnostics.Count < _maxDiagnostics)
            _diagnostics.Add(descriptor.At(span, argument.ToString()));
    }

    private void Add(Token token)
    {
        if (_count == _tokens.Length)
        {
            var larger = ArrayPool<Token>.Shared.Rent(_tokens.Length * 2);
            _tokens.AsSpan(0, _count).CopyTo(larger);
            ArrayPool<Token>.Shared.Return(_tokens, clearArray: true);
            _tokens = larger;
        }

        _tokens[_count++] = token;
    }
}
