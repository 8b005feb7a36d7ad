using Drever.Kql.Syntax.Lexing;

namespace Drever.Kql.Syntax.Parsing;

/// <summary>Functions as a query declares them.</summary>
internal sealed partial class Parser
{
    /// <summary><c>() {</c>, <c>(name: ...</c>, <c>(*</c>, each with or without <c>view</c> before it.</summary>
    private bool AtFunctionDeclaration
    {
        get
        {
            var offset = At("view") ? 1 : 0;
            if (Peek(offset).Kind != TokenKind.OpenParen)
                return false;
            if (Peek(offset + 1).Kind is TokenKind.CloseParen or TokenKind.Asterisk)
                return true;
            var length = DeclarableNameLength(offset + 1);
            return length > 0 && Peek(offset + 1 + length).Kind == TokenKind.Colon;
        }
    }

    private FunctionDeclaration FunctionDeclaration()
    {
        var start = Current.Start;
        var isView = TryTake("view");
        var parameters = FunctionParameters();
        var body = FunctionBody();
        return new FunctionDeclaration(SpanFrom(start), isView, parameters, body);
    }

    /// <summary><c>(a:string, b:long = 1)</c>.</summary>
    private FunctionParameter[] FunctionParameters(bool atLeastOne = false)
    {
        Expect(TokenKind.OpenParen);
        var parameters = List(static p => p.TryFunctionParameter(), "parameter", atLeastOne);
        Expect(TokenKind.CloseParen);
        return parameters;
    }

    private FunctionParameter? TryFunctionParameter()
    {
        var column = TryColumn();
        if (column is null)
            return null;
        Expression? value = null;
        if (TryTake(TokenKind.Equal))
            value = (Expression?)TryLiteral() ?? (IsName(Current) ? TryNameExpression() : null) ?? MissingExpression();
        return new FunctionParameter(SpanFrom(column.Span.Start), column.Name, column.Type, value);
    }

    private FunctionBody FunctionBody()
    {
        var body = Enter() ? FunctionBodyHere() : new FunctionBody(default, [], null);
        Leave();
        return body;
    }

    private FunctionBody FunctionBodyHere()
    {
        var start = Current.Start;
        Expect(TokenKind.OpenBrace);
        var statements = Sequence(static p => p.AtListEnd ? null : p.TryBodyStatement());
        var result = TryPipeline();
        _ = TryTake(TokenKind.Semicolon);
        Expect(TokenKind.CloseBrace);
        return new FunctionBody(SpanFrom(start), statements, result);
    }

    private Statement? TryBodyStatement()
    {
        Statement statement;
        if (At("let"))
            statement = Let();
        else if (At("declare"))
            statement = QueryParameters();
        else
            return null;
        Expect(TokenKind.Semicolon);
        return statement;
    }
}
