using Drever.Kql.Text;

namespace Drever.Kql.Syntax;

/// <summary><c>scan with_match_id=m order by ... partition by ... declare (...) with (steps)</c>.</summary>
public sealed record ScanOperator(
    TextSpan Span,
    IReadOnlyList<OperatorParameter> Parameters,
    IReadOnlyList<Expression> OrderBy,
    IReadOnlyList<Expression> PartitionBy,
    IReadOnlyList<FunctionParameter> Declarations,
    IReadOnlyList<ScanStep> Steps) : QueryOperator(Span, Parameters);

public enum ScanStepOutput
{
    /// <summary>Every row of the step's matches; the default.</summary>
    All,
    Last,
    None,
}

/// <summary><c>step Name optional output=last: Condition => Assignments;</c>.</summary>
public sealed record ScanStep(
    TextSpan Span,
    Name Name,
    bool IsOptional,
    ScanStepOutput Output,
    Expression Condition,
    IReadOnlyList<NamedExpression> Assignments) : SyntaxNode(Span);
