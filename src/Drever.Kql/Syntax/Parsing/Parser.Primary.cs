using Drever.Kql.Diagnostics;
using Drever.Kql.Syntax.Lexing;

namespace Drever.Kql.Syntax.Parsing;

/// <summary>What expressions are made of: names, calls, brackets, sources.</summary>
internal sealed partial class Parser
{
    private Expression? TryPrimary()
    {
        var token = Current;
        switch (token.Kind)
        {
            case TokenKind.OpenParen:
                return Parenthesized();
            case TokenKind.OpenBracket:
                return BracketedNameLength(0) > 0 ? TryCall() ?? Scoped(TryNameExpression()) : BracketedExpression();
            case TokenKind.OpenBrace:
                return AtClientParameter ? FailClientParameter() : null;
            case TokenKind.At:
                return new NameExpression(token.Span, TakeName());
            case TokenKind.Identifier:
                return TryCall() ?? Scoped(TrySelector());
            case TokenKind.Keyword:
                return TryKeywordPrimary(token.Keyword!);
            default:
                return TryTokenLiteral();
        }
    }

    private Expression? TryKeywordPrimary(Keyword keyword)
    {
        switch (keyword.Text)
        {
            case "dynamic":
                return TryDynamicLiteral();
            case "datatable":
                return DataTable();
            case "__contextual_datatable":
                return ContextualDataTable();
            case "externaldata" or "external_data":
                return ExternalData();
            case "materialized-view-combine":
                return MaterializedViewCombine();
            case "toscalar":
                return ToScalar();
            case "typeof" when Peek(1).Kind == TokenKind.OpenParen:
                return TypeOf();
            default:
                return TryCall() ?? Scoped(TrySelector()) ?? TryMisplacedKeyword();
        }
    }

    /// <summary>A name, or a keyword that may refer to something; <c>$left</c>, <c>$right</c>.</summary>
    private Expression? TrySelector()
    {
        var token = Current;
        if (token.Kind == TokenKind.Identifier && SpanOf(token) is "$left" or "$right")
        {
            Take();
            return new JoinSideExpression(token.Span, SpanOf(token)[1] == 'l' ? JoinSide.Left : JoinSide.Right);
        }

        if (token.Keyword is { Use: NameUse.Reference })
        {
            var name = TakeName();
            return new NameExpression(name.Span, name);
        }

        return TryNameExpression();
    }

    /// <summary><c>T datascope=all</c>.</summary>
    private Expression? Scoped(Expression? name)
    {
        if (name is null || !At("datascope"))
            return name;
        var scope = DataScope();
        return new DataScopeExpression(SpanFrom(name.Span.Start), name, scope);
    }

    private Name DataScope()
    {
        Take();
        Expect(TokenKind.Equal);
        return TryWord(["all", "hotcache"]) ?? NoName;
    }

    /// <summary>A keyword before something that only follows a name: taken as the name, with the advice to put it in brackets.</summary>
    private NameExpression? TryMisplacedKeyword()
    {
        if (Current.Kind != TokenKind.Keyword || !FollowsName(Peek(1)))
            return null;
        Report(SyntaxErrors.NameRequiresBrackets.At(Current.Span, Current.Keyword!.Text));
        var name = TakeName();
        return new NameExpression(name.Span, name);
    }

    private static bool FollowsName(Token token) => token.Kind switch
    {
        TokenKind.Plus or TokenKind.Minus => false,
        TokenKind.CloseParen or TokenKind.CloseBracket or TokenKind.CloseBrace or TokenKind.Dot or TokenKind.Comma or TokenKind.Bar => true,
        TokenKind.LessGreater => false,
        _ => token.Is("and") || token.Is("or") || token.Is("between") || token.Is("!between")
            || BinaryOperators.TryGet(token, out _, out _) || BinaryOperators.TrySet(token) is not null,
    };

    private FunctionCall? TryCall()
    {
        var length = NameLength(0);
        if (length == 0 || Peek(length).Kind != TokenKind.OpenParen)
            return null;
        var name = NameOrMissing();
        var arguments = Arguments();
        return new FunctionCall(SpanFrom(name.Span.Start), name, arguments);
    }

    private Expression[] Arguments()
    {
        Expect(TokenKind.OpenParen);
        var arguments = List(static p => p.TryArgument());
        Expect(TokenKind.CloseParen);
        return arguments;
    }

    private Expression? TryArgument() =>
        At(TokenKind.Asterisk) && Peek(1).Kind is TokenKind.CloseParen or TokenKind.Comma ? new StarExpression(Take().Span) : TryNamed();

    private ParenthesizedExpression Parenthesized()
    {
        var start = Take().Start;
        var inner = Pipeline();
        Expect(TokenKind.CloseParen);
        return new ParenthesizedExpression(SpanFrom(start), inner);
    }

    /// <summary><c>[expression]</c> where a name in brackets could stand; the language takes it as the expression.</summary>
    private ParenthesizedExpression BracketedExpression()
    {
        var start = Take().Start;
        var inner = TryUnnamed() ?? MissingNameExpression();
        Expect(TokenKind.CloseBracket);
        return new ParenthesizedExpression(SpanFrom(start), inner);
    }

    /// <summary>An expression with or without <c>name =</c> or <c>(name, name) =</c> in front.</summary>
    private Expression? TryNamed()
    {
        if (DeclarableNameLength(0) is var length and > 0 && Peek(length).Kind == TokenKind.Equal)
        {
            var name = TryDeclarableName() ?? NoName;
            Take();
            return Named([name], hasNameList: false, name.Span.Start);
        }

        if (DashedNameLength() is var dashed and > 0 && Peek(dashed).Kind == TokenKind.Equal)
        {
            var span = Text.TextSpan.FromBounds(Current.Start, Peek(dashed - 1).End);
            var name = new Name(span, _source[span].ToString());
            Report(SyntaxErrors.NameRequiresBrackets.At(span, name.Text));
            _position += dashed + 1;
            return Named([name], hasNameList: false, span.Start);
        }

        return AtNameList ? NamedByList() : TryUnnamed();
    }

    private Expression NamedOrMissing() => TryNamed() ?? MissingExpression();

    private NamedExpression Named(IReadOnlyList<Name> names, bool hasNameList, int start)
    {
        var value = Unnamed();
        return new NamedExpression(SpanFrom(start), names, hasNameList, value);
    }

    private NamedExpression NamedByList()
    {
        var start = Take().Start;
        var names = List(static p => p.TryDeclarableName(), "name", atLeastOne: true);
        Expect(TokenKind.CloseParen);
        Expect(TokenKind.Equal);
        return Named(names, hasNameList: true, start);
    }

    /// <summary>Whether <c>(a, b, c) =</c> stands here.</summary>
    private bool AtNameList
    {
        get
        {
            if (!At(TokenKind.OpenParen))
                return false;
            var offset = 1;
            while (Peek(offset).Kind != TokenKind.CloseParen)
            {
                var length = DeclarableNameLength(offset);
                if (length == 0)
                    return false;
                offset += length;
                if (Peek(offset).Kind != TokenKind.Comma)
                    break;
                offset++;
            }

            return Peek(offset).Kind == TokenKind.CloseParen && Peek(offset + 1).Kind == TokenKind.Equal;
        }
    }

    /// <summary>Words that touch, with dashes between them: no name, but often meant as one.</summary>
    private int DashedNameLength()
    {
        if (Current.Kind is not (TokenKind.Identifier or TokenKind.Keyword))
            return 0;
        var length = 1;
        while (Peek(length) is { HasSpaceBefore: false, Kind: TokenKind.Identifier or TokenKind.Keyword or TokenKind.Minus })
            length++;
        return length;
    }
}
