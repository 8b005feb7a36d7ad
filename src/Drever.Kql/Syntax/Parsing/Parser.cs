using System.Buffers;
using Drever.Kql.Diagnostics;
using Drever.Kql.Syntax.Lexing;
using Drever.Kql.Text;

namespace Drever.Kql.Syntax.Parsing;

/// <summary>
/// Recursive descent over the tokens, one method a construct. A method named <c>Try...</c> answers null, without having moved or reported,
/// where its construct does not begin. The first error of a statement makes the rest of the tokens invisible, so that all methods unwind at
/// once; what they return then is dropped with the statement.
/// </summary>
internal sealed partial class Parser
{
    private readonly SourceText _source;
    private readonly ParseLimits _limits;
    private readonly List<Diagnostic> _diagnostics = [];
    private readonly Token[] _tokens;
    private readonly int _end;
    private int _position;
    private bool _hasFailed;

    private Parser(SourceText source, ParseLimits limits)
    {
        _source = source;
        _limits = limits;
        _tokens = Lexer.Run(source.Text, limits.MaxDiagnostics, _diagnostics, out var count);
        _end = count - 1;
        _hasError = _diagnostics.Count > 0;
    }

    public static SyntaxResult Run(SourceText source, ParseLimits limits)
    {
        if (source.Length > limits.MaxLength)
        {
            var tooLong = SyntaxErrors.TextTooLong.At(new TextSpan(limits.MaxLength, 0), source.Length, limits.MaxLength);
            return new SyntaxResult(new QueryBlock(new TextSpan(0, source.Length), []), [tooLong]);
        }

        var parser = new Parser(source, limits);
        try
        {
            var root = new QueryBlock(new TextSpan(0, source.Length), parser.Statements());
            return new SyntaxResult(root, [.. parser._diagnostics.OrderBy(static d => d.Span.Start).ThenBy(RankAtSamePlace)]);
        }
        finally
        {
            ArrayPool<Token>.Shared.Return(parser._tokens, clearArray: true);
        }
    }

    /// <summary>What is missing comes before what stands there instead, and that before the verdict that nothing can be made of it.</summary>
    private static int RankAtSamePlace(Diagnostic diagnostic) =>
        string.Equals(diagnostic.Code, SyntaxErrors.IncompleteFragment.Code, StringComparison.Ordinal) ? 2
        : string.Equals(diagnostic.Code, SyntaxErrors.UnexpectedCharacter.Code, StringComparison.Ordinal) ? 1 : 0;

    private Token Current => _tokens[_position];

    private int PreviousEnd => _position == 0 ? 0 : _tokens[_position - 1].End;

    private Token Peek(int offset) => _tokens[Math.Min(_position + offset, _end)];

    private bool At(TokenKind kind) => _tokens[_position].Kind == kind;

    private bool At(string keyword) => _tokens[_position].Is(keyword);

    private Token Take()
    {
        var token = _tokens[_position];
        if (_position < _end)
            _position++;
        return token;
    }

    private bool TryTake(TokenKind kind)
    {
        if (!At(kind))
            return false;
        Take();
        return true;
    }

    private bool TryTake(string keyword)
    {
        if (!At(keyword))
            return false;
        Take();
        return true;
    }

    private void Expect(TokenKind kind)
    {
        if (!TryTake(kind))
            FailExpected(TextOf(kind));
    }

    private void Expect(string keyword)
    {
        if (!TryTake(keyword))
            FailExpected(keyword);
    }

    private string TextOf(Token token) => token.Keyword?.Text ?? _source.Text.Substring(token.Start, token.Length);

    private ReadOnlySpan<char> SpanOf(Token token) => _source.Text.AsSpan(token.Start, token.Length);

    /// <summary>From <paramref name="start"/> to the last token that was taken.</summary>
    private TextSpan SpanFrom(int start) => TextSpan.FromBounds(start, Math.Max(start, PreviousEnd));

    private static TextSpan Cover(SyntaxNode first, SyntaxNode last) => TextSpan.FromBounds(first.Span.Start, last.Span.End);

    private static string TextOf(TokenKind kind) => kind switch
    {
        TokenKind.OpenParen => "(",
        TokenKind.CloseParen => ")",
        TokenKind.OpenBracket => "[",
        TokenKind.CloseBracket => "]",
        TokenKind.OpenBrace => "{",
        TokenKind.CloseBrace => "}",
        TokenKind.Equal => "=",
        TokenKind.Colon => ":",
        TokenKind.Semicolon => ";",
        TokenKind.Comma => ",",
        TokenKind.DotDot => "..",
        TokenKind.Asterisk => "*",
        _ => kind.ToString(),
    };
}
