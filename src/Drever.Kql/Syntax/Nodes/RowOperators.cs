using Drever.Kql.Text;

namespace Drever.Kql.Syntax;

/// <summary><c>where</c>, <c>filter</c>.</summary>
public sealed record WhereOperator(TextSpan Span, IReadOnlyList<OperatorParameter> Parameters, Expression Condition) : QueryOperator(Span, Parameters);

/// <summary><c>take</c>, <c>limit</c>.</summary>
public sealed record TakeOperator(TextSpan Span, IReadOnlyList<OperatorParameter> Parameters, Expression Count) : QueryOperator(Span, Parameters);

public sealed record SampleOperator(TextSpan Span, IReadOnlyList<OperatorParameter> Parameters, Expression Count) : QueryOperator(Span, Parameters);

/// <summary><c>sample-distinct Count of Value</c>.</summary>
public sealed record SampleDistinctOperator(TextSpan Span, IReadOnlyList<OperatorParameter> Parameters, Expression Count, Expression Value) : QueryOperator(Span, Parameters);

/// <summary><c>distinct a, b</c> or <c>distinct *</c>.</summary>
public sealed record DistinctOperator(TextSpan Span, IReadOnlyList<OperatorParameter> Parameters, IReadOnlyList<Expression> Expressions) : QueryOperator(Span, Parameters);

/// <summary><c>sort by</c>, <c>order by</c>. A key without a direction is not an <see cref="OrderedExpression"/> (descending).</summary>
public sealed record SortOperator(TextSpan Span, IReadOnlyList<OperatorParameter> Parameters, IReadOnlyList<Expression> Keys) : QueryOperator(Span, Parameters);

/// <summary><c>top Count by Key</c>.</summary>
public sealed record TopOperator(TextSpan Span, IReadOnlyList<OperatorParameter> Parameters, Expression Count, Expression Key) : QueryOperator(Span, Parameters);

/// <summary><c>top-hitters Count of Value by Weight</c>.</summary>
public sealed record TopHittersOperator(
    TextSpan Span,
    IReadOnlyList<OperatorParameter> Parameters,
    Expression Count,
    Expression Value,
    Expression? Weight) : QueryOperator(Span, Parameters);

/// <summary>One level of top-nested per clause.</summary>
public sealed record TopNestedOperator(TextSpan Span, IReadOnlyList<OperatorParameter> Parameters, IReadOnlyList<TopNestedClause> Clauses) : QueryOperator(Span, Parameters);

/// <summary><c>top-nested Count of Value with others=Others by Aggregate</c>. <paramref name="Aggregate"/> may be ordered.</summary>
public sealed record TopNestedClause(TextSpan Span, Expression? Count, Expression Value, Expression? Others, Expression Aggregate) : SyntaxNode(Span);

/// <summary><c>summarize Aggregates by Keys</c>. <paramref name="By"/> is null without a by clause.</summary>
public sealed record SummarizeOperator(
    TextSpan Span,
    IReadOnlyList<OperatorParameter> Parameters,
    IReadOnlyList<Expression> Aggregates,
    SummarizeByClause? By) : QueryOperator(Span, Parameters);

/// <param name="LegacyBin">The value of the old <c>bin=</c> at the end.</param>
public sealed record SummarizeByClause(TextSpan Span, IReadOnlyList<Expression> Keys, Expression? LegacyBin) : SyntaxNode(Span);

/// <summary><c>count</c>, <c>count as Name</c>.</summary>
public sealed record CountOperator(TextSpan Span, IReadOnlyList<OperatorParameter> Parameters, Name? Name) : QueryOperator(Span, Parameters);

/// <summary><c>getschema</c>.</summary>
public sealed record GetSchemaOperator(TextSpan Span, IReadOnlyList<OperatorParameter> Parameters) : QueryOperator(Span, Parameters);

/// <summary><c>consume</c>.</summary>
public sealed record ConsumeOperator(TextSpan Span, IReadOnlyList<OperatorParameter> Parameters) : QueryOperator(Span, Parameters);

/// <summary><c>as Name</c>.</summary>
public sealed record AsOperator(TextSpan Span, IReadOnlyList<OperatorParameter> Parameters, Name Name) : QueryOperator(Span, Parameters);

/// <summary><c>serialize</c>, <c>serialize a = b</c>.</summary>
public sealed record SerializeOperator(TextSpan Span, IReadOnlyList<OperatorParameter> Parameters, IReadOnlyList<Expression> Expressions) : QueryOperator(Span, Parameters);

/// <summary><c>assert-schema (schema)</c>.</summary>
public sealed record AssertSchemaOperator(TextSpan Span, IReadOnlyList<OperatorParameter> Parameters, SchemaTypeSyntax Schema) : QueryOperator(Span, Parameters);

/// <summary><c>__executeAndCache</c>.</summary>
public sealed record ExecuteAndCacheOperator(TextSpan Span, IReadOnlyList<OperatorParameter> Parameters) : QueryOperator(Span, Parameters);

/// <summary><c>reduce by Value with Properties</c>.</summary>
public sealed record ReduceOperator(
    TextSpan Span,
    IReadOnlyList<OperatorParameter> Parameters,
    Expression Value,
    IReadOnlyList<OperatorParameter> Properties) : QueryOperator(Span, Parameters);

/// <summary><c>render Chart Parameters with (Properties)</c>. <paramref name="Chart"/> is null when it is not written.</summary>
public sealed record RenderOperator(
    TextSpan Span,
    IReadOnlyList<OperatorParameter> Parameters,
    Name? Chart,
    IReadOnlyList<OperatorParameter> Properties) : QueryOperator(Span, Parameters);
