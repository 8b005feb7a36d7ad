using Drever.Kql.Diagnostics;
using Drever.Kql.Syntax.Lexing;

namespace Drever.Kql.Syntax.Parsing;

/// <summary>Graph operators. Arrows are several tokens that touch.</summary>
internal sealed partial class Parser
{
    private MakeGraphOperator MakeGraph(int start)
    {
        var parameters = Parameters();
        var source = NameExpressionOrMissing();
        var isDirected = TryArrow(TokenKind.Minus, TokenKind.Minus, TokenKind.Greater);
        if (!isDirected && !TryArrow(TokenKind.Minus, TokenKind.Minus))
            FailExpectedOneOf(["-->", "--"]);
        var target = NameExpressionOrMissing();
        Name? nodeId = null;
        GraphNodes[] nodes = [];
        if (TryTake("with_node_id"))
        {
            Expect(TokenKind.Equal);
            nodeId = NameOrMissing();
        }
        else if (TryTake("with"))
        {
            nodes = List(static p => p.TryGraphNodes(), atLeastOne: true, isEnd: static p => p.At("partitioned-by"));
        }

        GraphPartition? partition = null;
        if (At("partitioned-by"))
        {
            var partitionStart = Take().Start;
            var key = ColumnPath();
            Expect(TokenKind.OpenParen);
            var subquery = ContextualPipeline();
            Expect(TokenKind.CloseParen);
            partition = new GraphPartition(SpanFrom(partitionStart), key, subquery);
        }

        return new MakeGraphOperator(SpanFrom(start), parameters, source, isDirected, target, nodes, nodeId, partition);
    }

    private GraphNodes? TryGraphNodes()
    {
        var table = TryUnary(Level.Unary);
        if (table is null)
            return null;
        Expect("on");
        var key = NameExpressionOrMissing();
        return new GraphNodes(SpanFrom(table.Span.Start), table, key);
    }

    private GraphMatchOperator GraphMatch(int start)
    {
        var parameters = Parameters();
        var patterns = GraphPatterns();
        var condition = TryTake("where") ? Pipeline() : null;
        var project = TryTake("project") ? List(static p => p.TryNamed(), atLeastOne: true) : null;
        return new GraphMatchOperator(SpanFrom(start), parameters, patterns, condition, project);
    }

    private GraphShortestPathsOperator GraphShortestPaths(int start)
    {
        var parameters = Parameters(ParameterFacts.ShortestPaths);
        var patterns = GraphPatterns();
        var condition = TryTake("where") ? Pipeline() : null;
        var project = TryTake("project") ? List(static p => p.TryNamed(), atLeastOne: true) : null;
        return new GraphShortestPathsOperator(SpanFrom(start), parameters, patterns, condition, project);
    }

    private GraphPattern[] GraphPatterns()
    {
        var patterns = new List<GraphPattern>();
        do
        {
            var start = Current.Start;
            var elements = Sequence(static p => p.TryGraphElement());
            if (elements.Length == 0)
                Fail(SyntaxErrors.MissingGraphPattern.At(new Text.TextSpan(PreviousEnd, 0)));
            patterns.Add(new GraphPattern(SpanFrom(start), elements));
        }
        while (TryTake(TokenKind.Comma));

        return patterns.ToArray();
    }

    private GraphPatternElement? TryGraphElement()
    {
        var start = Current.Start;
        if (TryTake(TokenKind.OpenParen))
        {
            var node = TryName();
            Expect(TokenKind.CloseParen);
            return new GraphPatternNode(SpanFrom(start), node);
        }

        if (TryArrow(TokenKind.Minus, TokenKind.Minus, TokenKind.Greater))
            return new GraphPatternEdge(SpanFrom(start), null, GraphDirection.Right, null, null);
        if (TryArrow(TokenKind.Less, TokenKind.Minus, TokenKind.Minus))
            return new GraphPatternEdge(SpanFrom(start), null, GraphDirection.Left, null, null);
        if (TryArrow(TokenKind.Minus, TokenKind.Minus))
            return new GraphPatternEdge(SpanFrom(start), null, GraphDirection.Any, null, null);
        var isLeft = TryArrow(TokenKind.Less, TokenKind.Minus, TokenKind.OpenBracket);
        if (!isLeft && !TryArrow(TokenKind.Minus, TokenKind.OpenBracket))
            return null;
        return NamedEdge(start, isLeft);
    }

    private GraphPatternEdge NamedEdge(int start, bool isLeft)
    {
        var name = TryName();
        Expression? min = null;
        Expression? max = null;
        if (TryTake(TokenKind.Asterisk))
        {
            min = TryUnary(Level.Unary) ?? MissingValue();
            Expect(TokenKind.DotDot);
            max = TryUnary(Level.Unary) ?? MissingExpression();
        }

        var isRight = TryArrow(TokenKind.CloseBracket, TokenKind.Minus, TokenKind.Greater);
        if (!isRight && !TryArrow(TokenKind.CloseBracket, TokenKind.Minus))
            FailExpectedOneOf(["]->", "]-"]);
        var direction = (isLeft, isRight) switch
        {
            (true, false) => GraphDirection.Left,
            (false, true) => GraphDirection.Right,
            _ => GraphDirection.Any,
        };
        return new GraphPatternEdge(SpanFrom(start), name, direction, min, max);
    }

    private bool TryArrow(params ReadOnlySpan<TokenKind> parts)
    {
        for (var i = 0; i < parts.Length; i++)
        {
            if (Peek(i).Kind != parts[i] || (i > 0 && Peek(i).HasSpaceBefore))
                return false;
        }

        _position += parts.Length;
        return true;
    }

    private GraphToTableOperator GraphToTable(int start)
    {
        var outputs = List(static p => p.TryGraphOutput(), "graph entity", isClosed: false);
        if (outputs.Length == 0)
            Fail(SyntaxErrors.GraphEntityExpected.At(new Text.TextSpan(PreviousEnd, 0)));
        return new GraphToTableOperator(SpanFrom(start), [], outputs);
    }

    private GraphOutput? TryGraphOutput()
    {
        var isEdges = At("edges");
        if (!isEdges && !At("nodes"))
            return null;
        var start = Take().Start;
        var name = TryTake("as") ? NameOrMissing() : null;
        var parameters = Parameters(isEdges ? ParameterFacts.TableEdges : ParameterFacts.TableNodes);
        return new GraphOutput(SpanFrom(start), isEdges, name, parameters);
    }

    private GraphMarkComponentsOperator GraphMarkComponents(int start)
    {
        var parameters = Parameters(ParameterFacts.MarkComponents);
        return new GraphMarkComponentsOperator(SpanFrom(start), parameters);
    }

    private GraphWhereNodesOperator GraphWhereNodes(int start)
    {
        var condition = Unnamed();
        return new GraphWhereNodesOperator(SpanFrom(start), [], condition);
    }

    private GraphWhereEdgesOperator GraphWhereEdges(int start)
    {
        var condition = Unnamed();
        return new GraphWhereEdgesOperator(SpanFrom(start), [], condition);
    }
}
