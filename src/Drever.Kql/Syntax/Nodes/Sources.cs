using Drever.Kql.Text;

namespace Drever.Kql.Syntax;

/// <summary><c>Source | Operators...</c>, at least one operator.</summary>
/// <param name="Source">
/// Any expression, also a <see cref="QueryOperator"/> that needs no input (<c>print</c>, <c>range</c>, <c>union</c>, <c>search</c>, <c>find</c>,
/// <c>evaluate</c>). Null inside what gets its rows from the operator around it: <c>mv-apply ... on (take 1)</c>, <c>partition ... (top 1 by x)</c>,
/// <c>fork (count)</c>, <c>facet ... with (take 1)</c>.
/// </param>
public sealed record PipeExpression(TextSpan Span, Expression? Source, IReadOnlyList<QueryOperator> Operators) : Expression(Span);

/// <summary><c>datatable(a:string, b:long) [values]</c>: the values row by row.</summary>
public sealed record DataTableExpression(
    TextSpan Span,
    IReadOnlyList<OperatorParameter> Parameters,
    SchemaTypeSyntax Schema,
    IReadOnlyList<Expression> Values) : Expression(Span);

/// <summary><c>__contextual_datatable(id, (schema))</c>.</summary>
public sealed record ContextualDataTableExpression(TextSpan Span, Expression Id, SchemaTypeSyntax Schema) : Expression(Span);

/// <summary><c>externaldata(schema) [uris] with (properties)</c>.</summary>
public sealed record ExternalDataExpression(
    TextSpan Span,
    IReadOnlyList<OperatorParameter> Parameters,
    SchemaTypeSyntax Schema,
    IReadOnlyList<Expression> Uris,
    IReadOnlyList<OperatorParameter> Properties) : Expression(Span);

/// <summary>
/// <c>inline_external_table(schema) kind=... partition by (columns) pathformat=(pieces) dataformat=... (connection strings) with (properties)</c>:
/// parsed, never run.
/// </summary>
/// <param name="Partitions">The default is the expression a partition is computed with.</param>
/// <param name="PathFormat">Texts, columns and calls of <c>datetime_pattern</c>.</param>
public sealed record InlineExternalTableExpression(
    TextSpan Span,
    SchemaTypeSyntax? Schema,
    Name? Kind,
    IReadOnlyList<FunctionParameter> Partitions,
    IReadOnlyList<Expression> PathFormat,
    Name? DataFormat,
    IReadOnlyList<Expression> ConnectionStrings,
    IReadOnlyList<OperatorParameter> Properties) : Expression(Span);

/// <summary><c>materialize(query)</c>.</summary>
public sealed record MaterializeExpression(TextSpan Span, Expression Query) : Expression(Span);

/// <summary><c>toscalar(query)</c>.</summary>
public sealed record ToScalarExpression(TextSpan Span, IReadOnlyList<OperatorParameter> Parameters, Expression Query) : Expression(Span);

/// <summary><c>totable(query)</c>.</summary>
public sealed record ToTableExpression(TextSpan Span, IReadOnlyList<OperatorParameter> Parameters, Expression Query) : Expression(Span);

/// <summary><c>materialized-view-combine(view) base (query) delta (query) aggregations (summarize)</c>: parsed, never run.</summary>
public sealed record MaterializedViewCombineExpression(
    TextSpan Span,
    Expression View,
    Expression Base,
    Expression Delta,
    Expression Aggregations) : Expression(Span);

/// <summary><c>entity_group [entities]</c>, with name and value for the form inside macro-expand.</summary>
public sealed record EntityGroupExpression(TextSpan Span, IReadOnlyList<Expression> Entities) : Expression(Span);

/// <summary><c>Target datascope=Scope</c>.</summary>
public sealed record DataScopeExpression(TextSpan Span, Expression Target, Name Scope) : Expression(Span);
