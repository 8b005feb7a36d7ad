using Drever.Kql.Syntax.Lexing;

namespace Drever.Kql.Syntax.Parsing;

/// <summary>Sources written as expressions: datatable, materialize, toscalar and the like.</summary>
internal sealed partial class Parser
{
    private DataTableExpression DataTable()
    {
        var start = Take().Start;
        var parameters = Parameters(needsEqual: false);
        var schema = RowSchema();
        Expect(TokenKind.OpenBracket);
        _ = TryTake(TokenKind.Comma);
        var values = List(static p => p.TryDataTableValue(), "value", allowTrailingComma: true);
        Expect(TokenKind.CloseBracket);
        return new DataTableExpression(SpanFrom(start), parameters, schema, values);
    }

    private LiteralExpression? TryDataTableValue()
    {
        if (AtClientParameter)
            FailClientParameter();
        return TryLiteral();
    }

    private ContextualDataTableExpression ContextualDataTable()
    {
        var start = Take().Start;
        var id = (Expression?)TryLiteral() ?? Unnamed();
        var schema = RowSchema();
        return new ContextualDataTableExpression(SpanFrom(start), id, schema);
    }

    private ToScalarExpression ToScalar()
    {
        var start = Take().Start;
        var parameters = KindParameter();
        var query = ParenthesizedQuery();
        return new ToScalarExpression(SpanFrom(start), parameters, query);
    }

    private ToTableExpression ToTable()
    {
        var start = Take().Start;
        var parameters = KindParameter();
        var query = ParenthesizedQuery();
        return new ToTableExpression(SpanFrom(start), parameters, query);
    }

    private OperatorParameter[] KindParameter() =>
        At("kind") && TryParameter(ParameterFacts.None, ParameterFacts.Known, needsEqual: true) is { } kind ? [kind] : [];

    private Expression ParenthesizedQuery()
    {
        Expect(TokenKind.OpenParen);
        var query = Pipeline();
        Expect(TokenKind.CloseParen);
        return query;
    }

    private MaterializeExpression Materialize()
    {
        var start = Take().Start;
        var query = ParenthesizedQuery();
        return new MaterializeExpression(SpanFrom(start), query);
    }

    private MaterializedViewCombineExpression MaterializedViewCombine()
    {
        var start = Take().Start;
        var view = ParenthesizedQuery();
        var baseQuery = Clause("base");
        var delta = Clause("delta");
        var aggregations = Clause("aggregations");
        return new MaterializedViewCombineExpression(SpanFrom(start), view, baseQuery, delta, aggregations);
    }

    private Expression Clause(string word)
    {
        if (At(TokenKind.Identifier) && SpanOf(Current).SequenceEqual(word))
            Take();
        else
            FailMissing(word + " clause");
        Expect(TokenKind.OpenParen);
        var query = SubqueryOrPipeline();
        Expect(TokenKind.CloseParen);
        return query;
    }
}
