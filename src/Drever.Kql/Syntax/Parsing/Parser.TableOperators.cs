using Drever.Kql.Syntax.Lexing;

namespace Drever.Kql.Syntax.Parsing;

/// <summary>Operators that work on whole tables or hold queries. Each method begins behind the operator's word.</summary>
internal sealed partial class Parser
{
    private JoinOperator Join(int start)
    {
        var parameters = Parameters();
        var right = Unnamed();
        Expression[] conditions = TryTake("on") ? JoinConditions() : [];
        var where = conditions.Length == 0 && TryTake("where") ? Unnamed() : null;
        return new JoinOperator(SpanFrom(start), parameters, right, conditions, where);
    }

    private LookupOperator Lookup(int start)
    {
        var parameters = Parameters();
        var right = Unnamed();
        if (!TryTake("on"))
            FailMissing("join on condition clause");
        var conditions = JoinConditions();
        return new LookupOperator(SpanFrom(start), parameters, right, conditions);
    }

    private Expression[] JoinConditions() => List(static p => p.TryUnnamed(), atLeastOne: true, isClosed: false);

    private EvaluateOperator Evaluate(int start)
    {
        var parameters = Parameters(needsEqual: false);
        var call = TryCall();
        if (call is null)
        {
            if (TryName() is not null)
                FailExpected("(");
            else
                FailMissing("function call");
            call = new FunctionCall(default, NoName, []);
        }

        var schema = TryTake(TokenKind.Colon) ? EvaluateSchema() : null;
        return new EvaluateOperator(SpanFrom(start), parameters, call, schema);
    }

    private EvaluateSchema EvaluateSchema()
    {
        if (!At(TokenKind.OpenParen))
            FailMissing("schema declaration");
        var start = Take().Start;
        _ = TryTake(TokenKind.Comma);
        var keepsInput = TryTake(TokenKind.Asterisk);
        _ = TryTake(TokenKind.Comma);
        var columns = Columns();
        Expect(TokenKind.CloseParen);
        return new EvaluateSchema(SpanFrom(start), keepsInput, columns);
    }

    private InvokeOperator Invoke(int start)
    {
        Expression? function = TryCall();
        function ??= MissingExpression();
        while (At(TokenKind.Dot) && NameLength(1) is var length and > 0 && Peek(1 + length).Kind == TokenKind.OpenParen)
        {
            Take();
            GrowChain();
            function = Member(function);
        }

        return new InvokeOperator(SpanFrom(start), [], function);
    }

    private ForkOperator Fork(int start)
    {
        var branches = Sequence(static p => p.TryForkBranch());
        if (branches.Length == 0)
            FailExpected("(");
        return new ForkOperator(SpanFrom(start), [], branches);
    }

    private ForkBranch? TryForkBranch()
    {
        var start = Current.Start;
        Name? name = null;
        if (NameLength(0) is var length and > 0 && Peek(length).Kind == TokenKind.Equal)
        {
            name = TryName();
            Take();
        }
        else if (!At(TokenKind.OpenParen))
        {
            return null;
        }

        Expect(TokenKind.OpenParen);
        var subquery = SubqueryOrPipeline();
        Expect(TokenKind.CloseParen);
        return new ForkBranch(SpanFrom(start), name, subquery);
    }

    private FacetOperator Facet(int start)
    {
        Expect("by");
        var columns = List(static p => p.TryColumnPath(), "name", atLeastOne: true, isEnd: static p => p.At("with"));
        Expression? subquery = null;
        if (TryTake("with"))
        {
            if (TryTake(TokenKind.OpenParen))
            {
                subquery = ContextualPipeline();
                Expect(TokenKind.CloseParen);
            }
            else if (RequiredOperator() is { } single)
            {
                subquery = new PipeExpression(single.Span, null, [single]);
            }
        }

        return new FacetOperator(SpanFrom(start), [], columns, subquery);
    }

    /// <summary><c>a</c>, <c>a.b</c>, <c>a["b"]</c>: no calls.</summary>
    private Expression? TryColumnPath()
    {
        var outer = BeginChain();
        var target = TrySelector();
        while (target is not null)
        {
            if (TryTake(TokenKind.Dot))
            {
                GrowChain();
                var selector = TrySelector() ?? MissingNameExpression();
                target = new PathExpression(Cover(target, selector), target, selector);
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
        return target;
    }

    private Expression ColumnPath() => TryColumnPath() ?? MissingNameExpression();

    private PartitionOperator Partition(int start)
    {
        var parameters = Parameters(needsEqual: false);
        Expect("by");
        var key = ColumnPath();
        Expression? scope = TryTake("in") ? (Expression?)TryCall() ?? TryDynamicLiteral() ?? MissingExpression() : null;
        var hasBraces = TryTake(TokenKind.OpenBrace);
        if (!hasBraces)
            Expect(TokenKind.OpenParen);
        var subquery = hasBraces ? Pipeline() : ContextualPipeline();
        Expect(hasBraces ? TokenKind.CloseBrace : TokenKind.CloseParen);
        return new PartitionOperator(SpanFrom(start), parameters, key, scope, hasBraces, subquery);
    }

    private PartitionByOperator PartitionBy(int start)
    {
        var parameters = Parameters(needsEqual: false);
        var entity = ColumnPath();
        var id = TryTake("id") ? (Expression?)TryLiteral() ?? MissingValue() : null;
        Expect(TokenKind.OpenParen);
        var subquery = ContextualPipeline();
        Expect(TokenKind.CloseParen);
        return new PartitionByOperator(SpanFrom(start), parameters, entity, id, subquery);
    }

    private MacroExpandOperator MacroExpand(int start)
    {
        var parameters = Parameters(ParameterFacts.Union);
        var group = TryEntityGroup() ?? TryEntity() ?? MissingExpression();
        var scope = TryTake("as") ? NameOrMissing() : null;
        Expect(TokenKind.OpenParen);
        var statements = BlockStatements();
        Expect(TokenKind.CloseParen);
        return new MacroExpandOperator(SpanFrom(start), parameters, group, scope, statements);
    }

    /// <summary><c>entity_group [database("a"), ...]</c> or <c>entity_group("name")</c>.</summary>
    private Expression? TryEntityGroup()
    {
        if (!At("entity_group"))
            return null;
        if (TryCall() is { } call)
            return call;
        var start = Take().Start;
        Expect(TokenKind.OpenBracket);
        var entities = List(static p => p.TryUnnamed(), atLeastOne: true);
        Expect(TokenKind.CloseBracket);
        return new EntityGroupExpression(SpanFrom(start), entities);
    }
}
