using Drever.Kql.Diagnostics;
using Drever.Kql.Syntax.Lexing;

namespace Drever.Kql.Syntax.Parsing;

/// <summary>Names, bracketed names and names with stars.</summary>
internal sealed partial class Parser
{
    private static bool IsName(Token token) => token.Kind == TokenKind.Identifier || token.Keyword is { IsName: true };

    private static bool IsDeclarableName(Token token) => token.Kind == TokenKind.Identifier || token.Keyword is { IsDeclarableName: true };

    /// <summary>A name as it may stand anywhere.</summary>
    private Name? TryName() => IsName(Current) ? TakeName() : TryBracketedName();

    /// <summary>A name where nothing else could stand: more keywords are free.</summary>
    private Name? TryDeclarableName() => IsDeclarableName(Current) ? TakeName() : TryBracketedName();

    private Name NameOrMissing() => TryName() ?? MissingName();

    private Name TakeName()
    {
        var token = Take();
        return new Name(token.Span, TextOf(token));
    }

    /// <summary><c>['a b']</c>, also of several adjacent strings.</summary>
    private Name? TryBracketedName()
    {
        var length = BracketedNameLength(0);
        if (length == 0)
            return null;
        var start = Take().Start;
        var text = StringLiteral().Value;
        Take();
        // nothing behind the parser can hold a name of no letters
        if (text.Length == 0)
            Fail(SyntaxErrors.Missing.At(SpanFrom(start), "name"));
        return new Name(SpanFrom(start), text, Bracketed: true);
    }

    /// <summary>The number of tokens of a bracketed name at the offset, 0 when there is none.</summary>
    private int BracketedNameLength(int offset)
    {
        if (Peek(offset).Kind != TokenKind.OpenBracket)
            return 0;
        var length = 1;
        while (Peek(offset + length).Kind == TokenKind.StringLiteral)
            length++;
        return length > 1 && Peek(offset + length).Kind == TokenKind.CloseBracket ? length + 1 : 0;
    }

    /// <summary>The number of tokens of a plain or bracketed name at the offset, 0 when there is none.</summary>
    private int NameLength(int offset) => IsName(Peek(offset)) ? 1 : BracketedNameLength(offset);

    private int DeclarableNameLength(int offset) => IsDeclarableName(Peek(offset)) ? 1 : BracketedNameLength(offset);

    private NameExpression? TryNameExpression() => TryName() is { } name ? new NameExpression(name.Span, name) : null;

    private NameExpression NameExpressionOrMissing() => TryNameExpression() ?? MissingNameExpression();

    private NameExpression MissingNameExpression() => new(default, MissingName());

    /// <summary>The pieces must touch: <c>a*b</c>, not <c>a * b</c>.</summary>
    private int WildcardLength(int offset)
    {
        var length = 0;
        if (Peek(offset).Kind == TokenKind.Asterisk)
            length = 1;
        else if (IsDeclarableName(Peek(offset)) && Peek(offset + 1) is { Kind: TokenKind.Asterisk, HasSpaceBefore: false })
            length = 2;
        if (length == 0)
            return 0;
        while (Peek(offset + length) is { HasSpaceBefore: false } token
            && (token.Kind is TokenKind.Asterisk or TokenKind.LongLiteral || IsDeclarableName(token)))
            length++;
        return length;
    }

    private WildcardNameExpression? TryWildcardName()
    {
        var length = WildcardLength(0);
        if (length == 0)
            return null;
        var start = Current.Start;
        _position += length;
        var span = SpanFrom(start);
        return new WildcardNameExpression(span, _source[span].ToString());
    }

    /// <summary>Client tools write <c>{name}</c> for a parameter of theirs; here nobody fills it in.</summary>
    private bool AtClientParameter =>
        At(TokenKind.OpenBrace) && Peek(1) is { Kind: TokenKind.Identifier or TokenKind.Keyword, HasSpaceBefore: false }
        && Peek(2) is { Kind: TokenKind.CloseBrace, HasSpaceBefore: false };

    private Expression FailClientParameter()
    {
        var span = Text.TextSpan.FromBounds(Current.Start, Peek(2).End);
        Fail(SyntaxErrors.ClientParameter.At(span));
        return NoExpression;
    }
}
