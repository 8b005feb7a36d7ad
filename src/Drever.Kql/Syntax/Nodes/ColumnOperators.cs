using Drever.Kql.Text;

namespace Drever.Kql.Syntax;

public sealed record ProjectOperator(TextSpan Span, IReadOnlyList<OperatorParameter> Parameters, IReadOnlyList<Expression> Expressions) : QueryOperator(Span, Parameters);

public sealed record ProjectAwayOperator(TextSpan Span, IReadOnlyList<OperatorParameter> Parameters, IReadOnlyList<Expression> Columns) : QueryOperator(Span, Parameters);

public sealed record ProjectKeepOperator(TextSpan Span, IReadOnlyList<OperatorParameter> Parameters, IReadOnlyList<Expression> Columns) : QueryOperator(Span, Parameters);

/// <summary>Each item is a <see cref="NamedExpression"/>, or the binder's to refuse.</summary>
public sealed record ProjectRenameOperator(TextSpan Span, IReadOnlyList<OperatorParameter> Parameters, IReadOnlyList<Expression> Columns) : QueryOperator(Span, Parameters);

/// <summary>Names, wildcards, or those in an <see cref="OrderedExpression"/>.</summary>
public sealed record ProjectReorderOperator(TextSpan Span, IReadOnlyList<OperatorParameter> Parameters, IReadOnlyList<Expression> Columns) : QueryOperator(Span, Parameters);

public sealed record ProjectByNamesOperator(TextSpan Span, IReadOnlyList<OperatorParameter> Parameters, IReadOnlyList<Expression> Names) : QueryOperator(Span, Parameters);

public sealed record ExtendOperator(TextSpan Span, IReadOnlyList<OperatorParameter> Parameters, IReadOnlyList<Expression> Expressions) : QueryOperator(Span, Parameters);

/// <summary><c>mv-expand Items limit RowLimit</c>.</summary>
public sealed record MvExpandOperator(
    TextSpan Span,
    IReadOnlyList<OperatorParameter> Parameters,
    IReadOnlyList<MvItem> Items,
    Expression? RowLimit) : QueryOperator(Span, Parameters);

/// <summary><c>mv-apply Items limit RowLimit id ContextId on (Subquery)</c>. The subquery's own source is null where it starts with an operator.</summary>
public sealed record MvApplyOperator(
    TextSpan Span,
    IReadOnlyList<OperatorParameter> Parameters,
    IReadOnlyList<MvItem> Items,
    Expression? RowLimit,
    Expression? ContextId,
    Expression Subquery) : QueryOperator(Span, Parameters);

/// <summary><c>x = Value to typeof(Type)</c>; the name is a <see cref="NamedExpression"/> around the value.</summary>
public sealed record MvItem(TextSpan Span, Expression Value, TypeOfLiteral? Type) : SyntaxNode(Span);

/// <summary><c>parse</c>, or <c>parse-where</c> with <paramref name="IsFilter"/>.</summary>
public sealed record ParseOperator(
    TextSpan Span,
    bool IsFilter,
    IReadOnlyList<OperatorParameter> Parameters,
    Expression Input,
    IReadOnlyList<ParsePart> Pattern) : QueryOperator(Span, Parameters);

/// <summary>A piece of a parse pattern.</summary>
public abstract record ParsePart(TextSpan Span) : SyntaxNode(Span);

/// <summary><c>*</c>: anything.</summary>
public sealed record ParseStar(TextSpan Span) : ParsePart(Span);

/// <summary>Text (or a regular expression with <c>kind=regex</c>) that must be there.</summary>
public sealed record ParseText(TextSpan Span, StringLiteral Text) : ParsePart(Span);

/// <summary>A new column. Without a type it is a string.</summary>
public sealed record ParseColumn(TextSpan Span, Name Name, TypeSyntax? Type) : ParsePart(Span);

/// <summary><c>parse-kv Input as (Keys) with (Properties)</c>.</summary>
public sealed record ParseKvOperator(
    TextSpan Span,
    IReadOnlyList<OperatorParameter> Parameters,
    Expression Input,
    SchemaTypeSyntax Keys,
    IReadOnlyList<OperatorParameter> Properties) : QueryOperator(Span, Parameters);

/// <summary><c>make-series Aggregates on Axis from From to To step Step by Keys</c>.</summary>
/// <param name="IsInRange">The range was written <c>in range(from, to, step)</c>.</param>
public sealed record MakeSeriesOperator(
    TextSpan Span,
    IReadOnlyList<OperatorParameter> Parameters,
    IReadOnlyList<MakeSeriesAggregate> Aggregates,
    Expression Axis,
    Expression? From,
    Expression? To,
    Expression Step,
    bool IsInRange,
    IReadOnlyList<Expression> Keys) : QueryOperator(Span, Parameters);

/// <summary><c>n = count() default = 0</c>.</summary>
public sealed record MakeSeriesAggregate(TextSpan Span, Expression Value, Expression? Default) : SyntaxNode(Span);
