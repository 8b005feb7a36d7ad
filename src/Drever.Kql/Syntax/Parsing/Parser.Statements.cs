using Drever.Kql.Diagnostics;
using Drever.Kql.Syntax.Lexing;

namespace Drever.Kql.Syntax.Parsing;

/// <summary>Statements and what stands between them.</summary>
internal sealed partial class Parser
{
    /// <summary>The whole text. A statement with an error is left out, and parsing goes on behind its semicolon.</summary>
    private Statement[] Statements()
    {
        var statements = new List<Statement>();
        while (!At(TokenKind.EndOfText) && !_isTooDeep && !(_hasError && IsFull))
        {
            var start = _position;
            var statement = TryStatement();
            if (statement is null)
                Fail(SyntaxErrors.IncompleteFragment.At(Current.Span));
            else if (!TryTake(TokenKind.Semicolon) && !At(TokenKind.EndOfText))
                FailAfterStatement();
            if (!_hasFailed && statement is not null)
                statements.Add(statement);
            else
                Recover(start);
        }

        return statements.ToArray();
    }

    /// <summary>The statements in brackets of macro-expand.</summary>
    private Statement[] BlockStatements()
    {
        var statements = new List<Statement>();
        while (TryStatement() is { } statement)
        {
            statements.Add(statement);
            if (!TryTake(TokenKind.Semicolon))
                break;
        }

        return statements.ToArray();
    }

    private void FailAfterStatement()
    {
        FailIfNext(static p => p.TryStatement(), ";");
        Fail(SyntaxErrors.IncompleteFragment.At(Current.Span));
    }

    /// <summary>Makes the tokens visible again, from behind the semicolon that ends the failed statement; one in brackets does not.</summary>
    private void Recover(int start)
    {
        var nesting = 0;
        var position = start;
        for (; position < _end; position++)
        {
            var kind = _tokens[position].Kind;
            if (kind is TokenKind.OpenParen or TokenKind.OpenBracket or TokenKind.OpenBrace)
                nesting++;
            else if (kind is TokenKind.CloseParen or TokenKind.CloseBracket or TokenKind.CloseBrace)
                nesting--;
            else if (kind == TokenKind.Semicolon && nesting <= 0 && position >= _failedAt)
                break;
        }

        _position = Math.Min(position + 1, _end);
        _hasFailed = false;
        _depth = 0;
        _deepest = 0;
    }

    private Statement? TryStatement()
    {
        switch (Current.Keyword?.Text)
        {
            case "let" when NameLength(1) > 0:
                return Let();
            case "set":
                return Set();
            case "declare" when Peek(1).Is("pattern"):
                return Pattern();
            case "declare" when Peek(1).Is("query_parameters"):
                return QueryParameters();
            case "alias" when Peek(1).Is("database"):
                return Alias();
            case "restrict" when Peek(1).Is("access"):
                return Restrict();
            default:
                return TryPipeline() is { } expression ? new ExpressionStatement(expression.Span, expression) : null;
        }
    }

    private LetStatement Let()
    {
        var start = Take().Start;
        var name = NameOrMissing();
        Expect(TokenKind.Equal);
        Expression value;
        if (At("materialize"))
            value = Materialize();
        else if (At("entity_group"))
            value = TryEntityGroup() ?? NoExpression;
        else if (AtFunctionDeclaration)
            value = FunctionDeclaration();
        else
            value = Pipeline();
        return new LetStatement(SpanFrom(start), name, value);
    }

    private SetStatement Set()
    {
        var start = Take().Start;
        var option = NameOrMissing();
        var value = TryTake(TokenKind.Equal) ? Unnamed() : null;
        return new SetStatement(SpanFrom(start), option, value);
    }

    private QueryParametersStatement QueryParameters()
    {
        var start = Take().Start;
        Expect("query_parameters");
        var parameters = FunctionParameters(atLeastOne: true);
        return new QueryParametersStatement(SpanFrom(start), parameters);
    }

    private AliasStatement Alias()
    {
        var start = Take().Start;
        Expect("database");
        var name = NameOrMissing();
        Expect(TokenKind.Equal);
        var value = Unnamed();
        return new AliasStatement(SpanFrom(start), name, value);
    }

    private RestrictStatement Restrict()
    {
        var start = Take().Start;
        Expect("access");
        Expect("to");
        Expect(TokenKind.OpenParen);
        var entities = List(static p => p.TryEntity(), atLeastOne: true);
        Expect(TokenKind.CloseParen);
        var properties = ExternalProperties();
        return new RestrictStatement(SpanFrom(start), entities, properties);
    }

    private PatternStatement Pattern()
    {
        var start = Take().Start;
        Expect("pattern");
        var name = NameOrMissing();
        var declaration = At(TokenKind.Equal) ? PatternDeclaration() : null;
        return new PatternStatement(SpanFrom(start), name, declaration);
    }

    private PatternDeclaration PatternDeclaration()
    {
        Take();
        var start = Current.Start;
        Expect(TokenKind.OpenParen);
        var parameters = List(static p => p.TryColumn(), "parameter");
        Expect(TokenKind.CloseParen);
        ColumnDeclaration? path = null;
        if (TryTake(TokenKind.OpenBracket))
        {
            path = TryColumn();
            if (path is null)
                FailMissing("parameter");
            Expect(TokenKind.CloseBracket);
        }

        Expect(TokenKind.OpenBrace);
        var matches = Sequence(static p => p.TryPatternMatch());
        if (matches.Length == 0)
            FailMissing("pattern match");
        Expect(TokenKind.CloseBrace);
        return new PatternDeclaration(SpanFrom(start), parameters, path, matches);
    }

    private PatternMatch? TryPatternMatch()
    {
        if (!At(TokenKind.OpenParen))
            return null;
        var start = Take().Start;
        var arguments = List(static p => p.TryUnnamed(), "string", atLeastOne: true);
        Expect(TokenKind.CloseParen);
        Expression? path = null;
        if (TryTake(TokenKind.Dot))
        {
            Expect(TokenKind.OpenBracket);
            path = TryLiteral();
            if (path is null)
                FailMissing("string");
            Expect(TokenKind.CloseBracket);
        }

        Expect(TokenKind.Equal);
        var body = FunctionBody();
        Expect(TokenKind.Semicolon);
        return new PatternMatch(SpanFrom(start), arguments, path, body);
    }
}
