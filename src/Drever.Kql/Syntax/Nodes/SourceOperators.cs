using Drever.Kql.Text;

namespace Drever.Kql.Syntax;

/// <summary><c>print a = 1, 2</c>.</summary>
public sealed record PrintOperator(TextSpan Span, IReadOnlyList<OperatorParameter> Parameters, IReadOnlyList<Expression> Expressions) : QueryOperator(Span, Parameters);

/// <summary><c>range Name from From to To step Step</c>.</summary>
public sealed record RangeOperator(
    TextSpan Span,
    IReadOnlyList<OperatorParameter> Parameters,
    Name Name,
    Expression From,
    Expression To,
    Expression Step) : QueryOperator(Span, Parameters);

/// <summary><c>union T1, (T2 | where ...), T*</c>; after a pipe, or at the start.</summary>
public sealed record UnionOperator(TextSpan Span, IReadOnlyList<OperatorParameter> Parameters, IReadOnlyList<Expression> Tables) : QueryOperator(Span, Parameters);

/// <summary><c>search kind=... in (Tables) Condition</c>. <paramref name="Tables"/> is null without an in clause.</summary>
public sealed record SearchOperator(
    TextSpan Span,
    IReadOnlyList<OperatorParameter> Parameters,
    Name? DataScope,
    IReadOnlyList<Expression>? Tables,
    Expression Condition) : QueryOperator(Span, Parameters);

/// <summary><c>find in (Tables) where Condition project ...</c>. <paramref name="Tables"/> is null without an in clause.</summary>
/// <param name="Project">Null without a project clause; <c>project-smart</c> is an empty list with <paramref name="IsProjectSmart"/>.</param>
public sealed record FindOperator(
    TextSpan Span,
    IReadOnlyList<OperatorParameter> Parameters,
    Name? DataScope,
    IReadOnlyList<Expression>? Tables,
    Expression Condition,
    bool IsProjectSmart,
    IReadOnlyList<FindColumn>? Project,
    IReadOnlyList<Expression>? ProjectAway) : QueryOperator(Span, Parameters);

/// <summary>A column of find's project: <c>name</c>, <c>name:type</c>, <c>*</c> (as a name), or <c>pack(*)</c> with <paramref name="IsPack"/> (then the name is null).</summary>
public sealed record FindColumn(TextSpan Span, Name? Name, TypeSyntax? Type, bool IsPack) : SyntaxNode(Span);

/// <summary>
/// <c>join kind=... (Right) on Conditions</c>, or the undocumented <c>join (Right) where Where</c>. Neither: the query is not complete.
/// </summary>
public sealed record JoinOperator(
    TextSpan Span,
    IReadOnlyList<OperatorParameter> Parameters,
    Expression Right,
    IReadOnlyList<Expression> Conditions,
    Expression? Where) : QueryOperator(Span, Parameters);

/// <summary><c>lookup kind=... (Right) on Conditions</c>.</summary>
public sealed record LookupOperator(
    TextSpan Span,
    IReadOnlyList<OperatorParameter> Parameters,
    Expression Right,
    IReadOnlyList<Expression> Conditions) : QueryOperator(Span, Parameters);

/// <summary><c>evaluate plugin(args) : (schema)</c>.</summary>
public sealed record EvaluateOperator(
    TextSpan Span,
    IReadOnlyList<OperatorParameter> Parameters,
    FunctionCall Call,
    EvaluateSchema? Schema) : QueryOperator(Span, Parameters);

/// <summary>The declared result; <paramref name="KeepsInput"/> for a leading <c>*</c>.</summary>
public sealed record EvaluateSchema(TextSpan Span, bool KeepsInput, IReadOnlyList<ColumnDeclaration> Columns) : SyntaxNode(Span);

/// <summary><c>invoke f(args)</c>; the function may be a path, <c>invoke database("d").f(x)</c>.</summary>
public sealed record InvokeOperator(TextSpan Span, IReadOnlyList<OperatorParameter> Parameters, Expression Function) : QueryOperator(Span, Parameters);

/// <summary><c>fork a = (subquery) (subquery)</c>.</summary>
public sealed record ForkOperator(TextSpan Span, IReadOnlyList<OperatorParameter> Parameters, IReadOnlyList<ForkBranch> Branches) : QueryOperator(Span, Parameters);

public sealed record ForkBranch(TextSpan Span, Name? Name, Expression Subquery) : SyntaxNode(Span);

/// <summary><c>facet by Columns with (Subquery)</c>.</summary>
public sealed record FacetOperator(
    TextSpan Span,
    IReadOnlyList<OperatorParameter> Parameters,
    IReadOnlyList<Expression> Columns,
    Expression? Subquery) : QueryOperator(Span, Parameters);

/// <summary><c>partition by Key (Subquery)</c>, or <c>{ Subquery }</c> with <paramref name="HasBraces"/>, whose query names its own source.</summary>
public sealed record PartitionOperator(
    TextSpan Span,
    IReadOnlyList<OperatorParameter> Parameters,
    Expression Key,
    Expression? Scope,
    bool HasBraces,
    Expression Subquery) : QueryOperator(Span, Parameters);

/// <summary><c>__partitionby</c>: parsed, never run.</summary>
public sealed record PartitionByOperator(
    TextSpan Span,
    IReadOnlyList<OperatorParameter> Parameters,
    Expression Entity,
    Expression? ContextId,
    Expression Subquery) : QueryOperator(Span, Parameters);

/// <summary><c>macro-expand EntityGroup as Scope ( statements )</c>.</summary>
public sealed record MacroExpandOperator(
    TextSpan Span,
    IReadOnlyList<OperatorParameter> Parameters,
    Expression EntityGroup,
    Name? Scope,
    IReadOnlyList<Statement> Statements) : QueryOperator(Span, Parameters);
