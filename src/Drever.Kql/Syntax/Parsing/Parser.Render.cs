using Drever.Kql.Syntax.Lexing;

namespace Drever.Kql.Syntax.Parsing;

/// <summary><c>render chart with (properties)</c>, and the older properties without <c>with</c>.</summary>
internal sealed partial class Parser
{
    private RenderOperator Render(int start)
    {
        var chart = At(TokenKind.Identifier) ? TakeName() : TryWord(ParameterFacts.Charts);
        var parameters = Sequence(static p => p.TryOldRenderProperty());
        OperatorParameter[] properties = [];
        if (TryTake("with"))
        {
            Expect(TokenKind.OpenParen);
            _ = TryTake(TokenKind.Comma);
            properties = Properties(ParameterFacts.Render);
            Expect(TokenKind.CloseParen);
        }

        return new RenderOperator(SpanFrom(start), parameters, chart, properties);
    }

    /// <summary><c>kind=</c>, <c>title=</c>, <c>accumulate=</c>, <c>with value</c>, <c>by columns</c>.</summary>
    private OperatorParameter? TryOldRenderProperty()
    {
        var start = Current.Start;
        var hasEqual = Peek(1).Kind == TokenKind.Equal;
        if (hasEqual && (At("kind") || At("title") || At("accumulate")))
            return TryParameter(ParameterFacts.Render, ParameterFacts.None, needsEqual: true);
        var isWith = At("with") && Peek(1).Kind != TokenKind.OpenParen;
        if (!isWith && !At("by"))
            return null;
        var name = TakeName();
        var value = isWith ? TryParameterValue() ?? MissingValue() : ParameterColumns(ParameterFacts.Render);
        return new OperatorParameter(SpanFrom(start), name, value);
    }
}
