using Drever.Kql.Diagnostics;
using Drever.Kql.Syntax.Lexing;

namespace Drever.Kql.Syntax.Parsing;

/// <summary>Operators that choose, order, count or group rows. Each method begins behind the operator's word.</summary>
internal sealed partial class Parser
{
    private WhereOperator Where(int start)
    {
        var parameters = Parameters();
        var condition = NamedOrMissing();
        return new WhereOperator(SpanFrom(start), parameters, condition);
    }

    private TakeOperator TakeRows(int start)
    {
        var parameters = Parameters();
        var count = NamedOrMissing();
        return new TakeOperator(SpanFrom(start), parameters, count);
    }

    private SampleOperator Sample(int start)
    {
        var parameters = Parameters();
        var count = NamedOrMissing();
        return new SampleOperator(SpanFrom(start), parameters, count);
    }

    private SampleDistinctOperator SampleDistinct(int start)
    {
        var parameters = Parameters();
        var count = NamedOrMissing();
        Expect("of");
        var value = NamedOrMissing();
        return new SampleDistinctOperator(SpanFrom(start), parameters, count, value);
    }

    private DistinctOperator Distinct(int start)
    {
        var parameters = Parameters();
        var expressions = List(static p => p.TryStar() ?? p.TryNamed(), atLeastOne: true);
        return new DistinctOperator(SpanFrom(start), parameters, expressions);
    }

    private SortOperator Sort(int start)
    {
        var parameters = Parameters(needsEqual: false);
        Expect("by");
        var keys = List(static p => p.TryOrdered(), atLeastOne: true);
        return new SortOperator(SpanFrom(start), parameters, keys);
    }

    private Expression? TryOrdered()
    {
        var value = TryNamed();
        if (value is null)
            return null;
        var direction = TryDirection();
        NullsOrder? nulls = null;
        if (TryTake("nulls"))
        {
            if (TryTake("first"))
                nulls = NullsOrder.First;
            else if (TryTake("last"))
                nulls = NullsOrder.Last;
            else
                FailMissing("first or last");
        }

        return direction is null && nulls is null ? value : new OrderedExpression(SpanFrom(value.Span.Start), value, direction, nulls);
    }

    private SortDirection? TryDirection()
    {
        SortDirection? direction = Current.Keyword?.Text switch
        {
            "asc" => SortDirection.Ascending,
            "desc" => SortDirection.Descending,
            "granny-asc" => SortDirection.GrannyAscending,
            "granny-desc" => SortDirection.GrannyDescending,
            _ => null,
        };
        if (direction is not null)
            Take();
        return direction;
    }

    private Expression OrderedOrMissing() => TryOrdered() ?? MissingExpression();

    private TopOperator Top(int start)
    {
        var parameters = Parameters();
        var count = NamedOrMissing();
        Expect("by");
        var key = OrderedOrMissing();
        return new TopOperator(SpanFrom(start), parameters, count, key);
    }

    private TopHittersOperator TopHitters(int start)
    {
        var count = NamedOrMissing();
        Expect("of");
        var value = NamedOrMissing();
        var weight = TryTake("by") ? NamedOrMissing() : null;
        return new TopHittersOperator(SpanFrom(start), [], count, value, weight);
    }

    private TopNestedOperator TopNested(int start)
    {
        var clauses = new List<TopNestedClause> { TopNestedLevel(start) };
        while (TryTake(TokenKind.Comma))
        {
            var next = Current.Start;
            if (!TryTake("top-nested"))
                FailMissing("clause");
            clauses.Add(TopNestedLevel(next));
        }

        if (At("top-nested"))
            FailExpected(",");
        return new TopNestedOperator(SpanFrom(start), [], clauses.ToArray());
    }

    private TopNestedClause TopNestedLevel(int start)
    {
        var count = TryNamed();
        Expect("of");
        var value = NamedOrMissing();
        Expression? others = null;
        if (TryTake("with"))
        {
            Expect("others");
            Expect(TokenKind.Equal);
            others = (Expression?)TryLiteral() ?? Unnamed();
        }

        Expect("by");
        var aggregate = OrderedOrMissing();
        return new TopNestedClause(SpanFrom(start), count, value, others, aggregate);
    }

    private SummarizeOperator Summarize(int start)
    {
        var parameters = Parameters();
        var aggregates = List(static p => p.TryNamed(), isEnd: static p => p.At("by"));
        SummarizeByClause? by = null;
        if (At("by"))
        {
            var byStart = Take().Start;
            var keys = List(static p => p.TryNamed(), atLeastOne: true, isEnd: static p => p.AtLegacyBin);
            Expression? bin = null;
            if (AtLegacyBin)
            {
                Take();
                Take();
                bin = Unnamed();
            }

            by = new SummarizeByClause(SpanFrom(byStart), keys, bin);
        }

        return new SummarizeOperator(SpanFrom(start), parameters, aggregates, by);
    }

    /// <summary><c>by x bin=1h</c>, as it was written once.</summary>
    private bool AtLegacyBin =>
        At("bin") && Peek(1).Kind == TokenKind.Equal && Peek(2).Kind is >= TokenKind.StringLiteral and <= TokenKind.TypedGuid;

    private CountOperator Count(int start)
    {
        Name? name = null;
        if (TryTake("as"))
        {
            if (At(TokenKind.Identifier))
                name = TakeName();
            else
                Fail(SyntaxErrors.Missing.At(GapSpan(), "name"));
        }

        return new CountOperator(SpanFrom(start), [], name);
    }

    private GetSchemaOperator GetSchema(int start)
    {
        OperatorParameter[] parameters = At("kind") && Peek(1).Kind == TokenKind.Equal ? Parameters() : [];
        return new GetSchemaOperator(SpanFrom(start), parameters);
    }

    private ConsumeOperator Consume(int start)
    {
        var parameters = Parameters(needsEqual: false);
        return new ConsumeOperator(SpanFrom(start), parameters);
    }

    private AsOperator As(int start)
    {
        var parameters = Parameters();
        var name = NameOrMissing();
        return new AsOperator(SpanFrom(start), parameters, name);
    }

    private SerializeOperator Serialize(int start)
    {
        var parameters = Parameters();
        var expressions = List(static p => p.TryNamed());
        return new SerializeOperator(SpanFrom(start), parameters, expressions);
    }

    private AssertSchemaOperator AssertSchema(int start)
    {
        var schema = RowSchema();
        return new AssertSchemaOperator(SpanFrom(start), [], schema);
    }

    private ReduceOperator Reduce(int start)
    {
        var parameters = Parameters(ParameterFacts.Reduce, needsEqual: false);
        Expect("by");
        var value = NamedOrMissing();
        OperatorParameter[] properties = TryTake("with") ? Properties(ParameterFacts.Reduce, allowKnown: true) : [];
        return new ReduceOperator(SpanFrom(start), parameters, value, properties);
    }
}
