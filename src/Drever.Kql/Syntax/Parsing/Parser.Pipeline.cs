using Drever.Kql.Diagnostics;
using Drever.Kql.Syntax.Lexing;

namespace Drever.Kql.Syntax.Parsing;

/// <summary><c>source | operator | operator</c>.</summary>
internal sealed partial class Parser
{
    /// <summary>An expression that may be a whole query.</summary>
    private Expression? TryPipeline()
    {
        var expression = Enter() ? TryPipelineHere() : NoExpression;
        Leave();
        return expression;
    }

    private Expression Pipeline() => TryPipeline() ?? MissingExpression();

    private Expression? TryPipelineHere()
    {
        var start = Current.Start;
        var outer = BeginChain();
        var source = AtInlineExternalTable ? InlineExternalTable()
            : AtQueryStart ? TryFirstOperator() ?? TryUnnamed()
            : TryUnnamed() ?? TryFirstOperator();
        var pipeline = source is not null && At(TokenKind.Bar) ? PipeFrom(source, start) : source;
        EndChain(outer);
        return pipeline;
    }

    /// <summary>The operators after a source; the next token is the first pipe.</summary>
    private PipeExpression PipeFrom(Expression source, int start)
    {
        var operators = new List<QueryOperator>();
        OperatorsAfterPipes(operators);
        return new PipeExpression(SpanFrom(start), source, operators.ToArray());
    }

    private void OperatorsAfterPipes(List<QueryOperator> operators)
    {
        while (TryTake(TokenKind.Bar))
        {
            GrowChain();
            if (RequiredOperator() is { } next)
                operators.Add(next);
        }
    }

    /// <summary>Operators without a source: the rows come from the operator around. <c>mv-apply ... on (...)</c>.</summary>
    private Expression ContextualPipeline()
    {
        var expression = Enter() ? ContextualPipelineHere() : NoExpression;
        Leave();
        return expression;
    }

    private Expression ContextualPipelineHere()
    {
        var start = Current.Start;
        if (At("__contextual_datatable"))
        {
            Expression source = ContextualDataTable();
            return At(TokenKind.Bar) ? PipeFrom(source, start) : source;
        }

        var outer = BeginChain();
        var operators = new List<QueryOperator>();
        if (RequiredOperator() is { } first)
            operators.Add(first);
        OperatorsAfterPipes(operators);
        EndChain(outer);
        return new PipeExpression(SpanFrom(start), null, operators.ToArray());
    }

    /// <summary>Operators on the rows around, or a query of its own.</summary>
    private Expression SubqueryOrPipeline() => AtOperator ? ContextualPipeline() : Pipeline();

    /// <summary>Whether a piped operator begins here, not a name that happens to be its word.</summary>
    private bool AtOperator => Current.Keyword is { } keyword && Peek(1).Kind != TokenKind.OpenParen && OperatorWords.Contains(keyword.Text);

    private QueryOperator? RequiredOperator()
    {
        var start = Current;
        if (TryOperator() is { } found)
        {
            if (found is PrintOperator or RangeOperator)
                Report(SyntaxErrors.OperatorMustBeFirst.At(start.Span));
            return found;
        }

        Fail(SyntaxErrors.QueryOperatorExpected.At(At(TokenKind.Identifier) ? Current.Span : new Text.TextSpan(PreviousEnd, 0)));
        return null;
    }

    /// <summary>An operator where a query begins.</summary>
    private QueryOperator? TryFirstOperator()
    {
        var token = Current;
        var first = TryOperator();
        if (first is not (null or PrintOperator or RangeOperator or UnionOperator or FindOperator or SearchOperator or EvaluateOperator
            or MacroExpandOperator))
            Report(SyntaxErrors.OperatorCannotBeFirst.At(token.Span));
        return first;
    }

    /// <summary>Whether a query operator begins here rather than an expression. Some of their words are names, too.</summary>
    private bool AtQueryStart
    {
        get
        {
            if (Current.Keyword is not { } keyword)
                return false;
            switch (keyword.Text)
            {
                case "evaluate":
                    return NameLength(1) > 0 || ParameterFacts.Known.ContainsKey(TextOf(Peek(1)));
                case "facet":
                    return Peek(1).Is("by");
                case "partition" or "reduce":
                    return Peek(1).Is("by") || (Peek(1).Keyword is { } next && ParameterFacts.Known.ContainsKey(next.Text));
                case "range":
                    return NameLength(1) is var length and > 0 && Peek(1 + length).Is("from");
                case "render":
                    return IsName(Peek(1)) || ParameterFacts.Charts.Contains(TextOf(Peek(1)), StringComparer.Ordinal);
                default:
                    return !keyword.IsName && OperatorWords.Contains(keyword.Text);
            }
        }
    }
}
