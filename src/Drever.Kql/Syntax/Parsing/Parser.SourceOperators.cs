using Drever.Kql.Syntax.Lexing;

namespace Drever.Kql.Syntax.Parsing;

/// <summary>Operators that begin a query or bring further tables in. Each method begins behind the operator's word.</summary>
internal sealed partial class Parser
{
    private PrintOperator Print(int start)
    {
        var expressions = List(static p => p.TryNamed(), atLeastOne: true);
        return new PrintOperator(SpanFrom(start), [], expressions);
    }

    private RangeOperator Range(int start)
    {
        var name = NameOrMissing();
        Expect("from");
        var from = Unnamed();
        Expect("to");
        var to = Unnamed();
        Expect("step");
        var step = Unnamed();
        return new RangeOperator(SpanFrom(start), [], name, from, to, step);
    }

    private UnionOperator Union(int start)
    {
        var parameters = Parameters(ParameterFacts.Union);
        var tables = List(static p => p.At(TokenKind.OpenParen) ? p.Parenthesized() : p.TryEntity(), atLeastOne: true);
        return new UnionOperator(SpanFrom(start), parameters, tables);
    }

    /// <summary>A table by name, path or name with stars: <c>T</c>, <c>database("d").T*</c>, <c>f(x)</c>.</summary>
    private Expression? TryEntity()
    {
        Expression? target = TryWildcardName() ?? TryBracketedWildcard();
        if (target is not null)
            return target;
        var outer = BeginChain();
        target = TryCall() ?? TrySelector();
        while (target is not null)
        {
            if (TryTake(TokenKind.Dot))
            {
                GrowChain();
                target = TryWildcardName() is { } wildcard
                    ? new PathExpression(Cover(target, wildcard), target, wildcard)
                    : Member(target);
            }
            else if (At(TokenKind.OpenBracket))
            {
                GrowChain();
                target = Element(target);
            }
            else
            {
                break;
            }
        }

        EndChain(outer);
        return Scoped(target);
    }

    /// <summary><c>[T*]</c>.</summary>
    private WildcardNameExpression? TryBracketedWildcard()
    {
        if (!At(TokenKind.OpenBracket) || WildcardLength(1) is not (var length and > 0) || Peek(1 + length).Kind != TokenKind.CloseBracket)
            return null;
        Take();
        var name = TryWildcardName();
        Take();
        return name;
    }

    private SearchOperator Search(int start)
    {
        var parameters = Parameters();
        var scope = At("datascope") ? DataScope() : null;
        var tables = TryInTables();
        Expression condition;
        if (TryUnnamed() is { } simple)
        {
            condition = simple;
        }
        else if (TryStar() is { } star)
        {
            condition = star;
            if (At("and"))
            {
                var and = Take().Span;
                var right = Unnamed();
                condition = new BinaryExpression(Cover(star, right), BinaryOperator.And, and, star, right);
            }
        }
        else
        {
            condition = MissingExpression();
        }

        return new SearchOperator(SpanFrom(start), parameters, scope, tables, condition);
    }

    /// <summary><c>in (T1, T2*)</c>.</summary>
    private Expression[]? TryInTables()
    {
        if (!TryTake("in"))
            return null;
        Expect(TokenKind.OpenParen);
        var tables = List(static p => p.TryFindTable(), atLeastOne: true);
        Expect(TokenKind.CloseParen);
        return tables;
    }

    /// <summary>A table, which may be given another name: <c>T | as X</c>.</summary>
    private Expression? TryFindTable()
    {
        var table = TryEntity();
        if (table is null || !At(TokenKind.Bar))
            return table;
        Take();
        if (!At("as"))
        {
            Fail(Diagnostics.SyntaxErrors.QueryOperatorExpected.At(new Text.TextSpan(PreviousEnd, 0)));
            return NoExpression;
        }

        var asOperator = As(Take().Start);
        return new PipeExpression(SpanFrom(table.Span.Start), table, [asOperator]);
    }

    private FindOperator Find(int start)
    {
        var scope = At("datascope") ? DataScope() : null;
        var parameters = Parameters(needsEqual: false);
        var tables = TryInTables();
        if (parameters.Length > 0 || tables is not null)
            Expect("where");
        else
            _ = TryTake("where");
        var condition = Unnamed();
        var isSmart = false;
        FindColumn[]? project = null;
        if (TryTake("project"))
        {
            project = FindColumns();
        }
        else if (TryTake("project-smart"))
        {
            isSmart = true;
            project = [];
        }

        var away = TryTake("__projectAway") ? FindColumns().Select(static c => (Expression)new NameExpression(c.Span, c.Name ?? NoName)).ToArray() : null;
        return new FindOperator(SpanFrom(start), parameters, scope, tables, condition, isSmart, project, away);
    }

    private FindColumn[] FindColumns() => List(static p => p.TryFindColumn(), atLeastOne: true, isClosed: false);

    private FindColumn? TryFindColumn()
    {
        var start = Current.Start;
        if (TryTake("pack"))
        {
            Expect(TokenKind.OpenParen);
            Expect(TokenKind.Asterisk);
            Expect(TokenKind.CloseParen);
            return new FindColumn(SpanFrom(start), null, null, IsPack: true);
        }

        if (TryStar() is { } star)
            return new FindColumn(star.Span, new Name(star.Span, "*"), null, IsPack: false);
        var name = TryName();
        if (name is null)
            return null;
        var type = TryTake(TokenKind.Colon) ? ScalarType(isExtended: true) : null;
        return new FindColumn(SpanFrom(start), name, type, IsPack: false);
    }
}
