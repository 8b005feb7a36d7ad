using Drever.Kql.Diagnostics;
using Drever.Kql.Syntax.Lexing;

namespace Drever.Kql.Syntax.Parsing;

/// <summary>Operators that make columns. Each method begins behind the operator's word.</summary>
internal sealed partial class Parser
{
    private ProjectOperator Project(int start)
    {
        var expressions = List(static p => p.TryNamed());
        return new ProjectOperator(SpanFrom(start), [], expressions);
    }

    private ProjectAwayOperator ProjectAway(int start)
    {
        var columns = List(static p => p.TryColumnPattern());
        return new ProjectAwayOperator(SpanFrom(start), [], columns);
    }

    private ProjectKeepOperator ProjectKeep(int start)
    {
        var columns = List(static p => p.TryColumnPattern());
        return new ProjectKeepOperator(SpanFrom(start), [], columns);
    }

    private ProjectRenameOperator ProjectRename(int start)
    {
        var columns = List(static p => p.TryNamed());
        return new ProjectRenameOperator(SpanFrom(start), [], columns);
    }

    private ProjectReorderOperator ProjectReorder(int start)
    {
        var columns = List(static p => p.TryOrderedColumn());
        return new ProjectReorderOperator(SpanFrom(start), [], columns);
    }

    private ProjectByNamesOperator ProjectByNames(int start)
    {
        var names = List(static p => p.TryUnnamed());
        return new ProjectByNamesOperator(SpanFrom(start), [], names);
    }

    private ExtendOperator Extend(int start)
    {
        var expressions = List(static p => p.TryNamed(), atLeastOne: true);
        return new ExtendOperator(SpanFrom(start), [], expressions);
    }

    private Expression? TryColumnPattern() => (Expression?)TryWildcardName() ?? TryNameExpression();

    private Expression? TryOrderedColumn()
    {
        var column = TryColumnPattern();
        return column is not null && TryDirection() is { } direction
            ? new OrderedExpression(SpanFrom(column.Span.Start), column, direction, null)
            : column;
    }

    private MvExpandOperator MvExpand(int start)
    {
        var parameters = Parameters();
        var items = List(static p => p.TryMvItem(), atLeastOne: true, isEnd: static p => p.At("limit"));
        var limit = TryTake("limit") ? Unnamed() : null;
        return new MvExpandOperator(SpanFrom(start), parameters, items, limit);
    }

    private MvApplyOperator MvApply(int start)
    {
        var parameters = Parameters();
        var items = List(static p => p.TryMvItem(), atLeastOne: true, isEnd: static p => p.AtMvApplyClause);
        var limit = TryTake("limit") ? Unnamed() : null;
        var id = TryTake("id") ? Unnamed() : null;
        Expect("on");
        Expect(TokenKind.OpenParen);
        var subquery = ContextualPipeline();
        Expect(TokenKind.CloseParen);
        return new MvApplyOperator(SpanFrom(start), parameters, items, limit, id, subquery);
    }

    /// <summary><c>limit</c>, <c>id</c> and <c>on</c> are also names of columns.</summary>
    private bool AtMvApplyClause =>
        (At("limit") || At("id") || At("on")) && Peek(1) is var next && next.Kind is not (TokenKind.Comma or TokenKind.Equal) && !next.Is("to");

    private MvItem? TryMvItem()
    {
        var start = Current.Start;
        var value = At("to") ? MissingExpression() : TryNamed();
        if (value is null)
            return null;
        TypeOfLiteral? type = null;
        if (TryTake("to"))
        {
            if (At("typeof") && Peek(1).Kind == TokenKind.OpenParen)
                type = TypeOf();
            else
                FailMissing("typeof");
        }

        return new MvItem(SpanFrom(start), value, type);
    }

    private ParseOperator Parse(int start, bool isFilter)
    {
        var parameters = Parameters(ParameterFacts.Parse);
        var input = Unnamed();
        Expect("with");
        var pattern = Sequence(static p => p.TryParsePart());
        return new ParseOperator(SpanFrom(start), isFilter, parameters, input, pattern);
    }

    private ParsePart? TryParsePart()
    {
        var start = Current.Start;
        if (At(TokenKind.Asterisk))
            return new ParseStar(Take().Span);
        if (At(TokenKind.StringLiteral))
        {
            var text = StringLiteral();
            return new ParseText(text.Span, text);
        }

        var name = TryDeclarableName();
        if (name is null)
        {
            if (!At(TokenKind.Colon))
                return null;
            name = MissingName();
        }

        var type = TryTake(TokenKind.Colon) ? ScalarType() : null;
        return new ParseColumn(SpanFrom(start), name, type);
    }

    private ParseKvOperator ParseKv(int start)
    {
        var input = Unnamed();
        Expect("as");
        var keys = RowSchema();
        OperatorParameter[] properties = [];
        if (TryTake("with"))
        {
            Expect(TokenKind.OpenParen);
            properties = Properties(ParameterFacts.ParseKv);
            Expect(TokenKind.CloseParen);
        }

        return new ParseKvOperator(SpanFrom(start), [], input, keys, properties);
    }

    private MakeSeriesOperator MakeSeries(int start)
    {
        var parameters = Parameters();
        var aggregates = List(
            static p => p.TryMakeSeriesAggregate(), atLeastOne: true, isEnd: static p => p.At("on") || p.At("from") || p.At("in"));
        Expect("on");
        var axis = NamedOrMissing();
        Expression? from = null;
        Expression? to = null;
        Expression step;
        var isInRange = !At("from") && !At("to") && !At("step");
        if (isInRange)
        {
            (from, to, step) = MakeSeriesRange();
        }
        else
        {
            from = TryTake("from") ? Unnamed() : null;
            to = TryTake("to") ? Unnamed() : null;
            Expect("step");
            step = Unnamed();
        }

        Expression[] keys = TryTake("by") ? List(static p => p.TryNamed(), atLeastOne: true, isClosed: false) : [];
        return new MakeSeriesOperator(SpanFrom(start), parameters, aggregates, axis, from, to, step, isInRange, keys);
    }

    private (Expression From, Expression To, Expression Step) MakeSeriesRange()
    {
        Expect("in");
        Expect("range");
        var open = Current.Start;
        var arguments = Arguments();
        if (arguments.Length == 3)
            return (arguments[0], arguments[1], arguments[2]);
        Report(SyntaxErrors.ArgumentCount.At(SpanFrom(open), 3));
        return (NoExpression, NoExpression, NoExpression);
    }

    private MakeSeriesAggregate? TryMakeSeriesAggregate()
    {
        var value = TryNamed();
        if (value is null)
            return null;
        Expression? defaultValue = null;
        if (TryTake("default"))
        {
            Expect(TokenKind.Equal);
            defaultValue = NamedOrMissing();
        }

        return new MakeSeriesAggregate(SpanFrom(value.Span.Start), value, defaultValue);
    }
}
