using Drever.Kql.Syntax.Lexing;

namespace Drever.Kql.Syntax.Parsing;

/// <summary><c>scan</c>.</summary>
internal sealed partial class Parser
{
    private ScanOperator Scan(int start)
    {
        var parameters = Parameters(needsEqual: false);
        Expression[] order = [];
        Expression[] partition = [];
        FunctionParameter[] declarations = [];
        if (TryTake("order"))
        {
            Expect("by");
            order = List(static p => p.TryOrdered(), atLeastOne: true, isEnd: static p => p.AtScanClause);
        }

        if (TryTake("partition"))
        {
            Expect("by");
            partition = List(static p => p.TryUnnamed(), atLeastOne: true, isEnd: static p => p.AtScanClause);
        }

        if (TryTake("declare"))
            declarations = FunctionParameters();
        Expect("with");
        Expect(TokenKind.OpenParen);
        var steps = Sequence(static p => p.AtListEnd ? null : p.TryScanStep());
        Expect(TokenKind.CloseParen);
        return new ScanOperator(SpanFrom(start), parameters, order, partition, declarations, steps);
    }

    private bool AtScanClause => At("partition") || At("order") || At("by") || At("declare") || At("with");

    private ScanStep? TryScanStep()
    {
        if (!At("step"))
            return null;
        var start = Take().Start;
        var name = TryDeclarableName() ?? MissingName();
        var isOptional = TryTake("optional");
        var output = ScanStepOutput.All;
        if (TryTake("output"))
        {
            Expect(TokenKind.Equal);
            output = TryWord(["all", "last", "none"])?.Text switch
            {
                "last" => ScanStepOutput.Last,
                "none" => ScanStepOutput.None,
                _ => ScanStepOutput.All,
            };
        }

        Expect(TokenKind.Colon);
        var condition = Unnamed();
        NamedExpression[] assignments = [];
        if (TryTake(TokenKind.FatArrow))
            assignments = List(static p => p.TryScanAssignment(), "name", atLeastOne: true);
        Expect(TokenKind.Semicolon);
        return new ScanStep(SpanFrom(start), name, isOptional, output, condition, assignments);
    }

    private NamedExpression? TryScanAssignment()
    {
        var name = TryDeclarableName();
        if (name is null)
            return null;
        Expect(TokenKind.Equal);
        return Named([name], hasNameList: false, name.Span.Start);
    }
}
