using Drever.Kql.Text;

namespace Drever.Kql.Syntax;

public abstract record Statement(TextSpan Span) : SyntaxNode(Span);

/// <summary><c>let Name = Value</c>; the value may be a <see cref="FunctionDeclaration"/>.</summary>
public sealed record LetStatement(TextSpan Span, Name Name, Expression Value) : Statement(Span);

/// <summary><c>set Option</c> or <c>set Option = Value</c>.</summary>
public sealed record SetStatement(TextSpan Span, Name Option, Expression? Value) : Statement(Span);

/// <summary>A query: the statement that has a result.</summary>
public sealed record ExpressionStatement(TextSpan Span, Expression Expression) : Statement(Span);

/// <summary><c>declare query_parameters(a:long = 1, ...)</c>.</summary>
public sealed record QueryParametersStatement(TextSpan Span, IReadOnlyList<FunctionParameter> Parameters) : Statement(Span);

/// <summary><c>alias database Name = Value</c>.</summary>
public sealed record AliasStatement(TextSpan Span, Name Name, Expression Value) : Statement(Span);

/// <summary><c>restrict access to (entities) with (properties)</c>.</summary>
public sealed record RestrictStatement(TextSpan Span, IReadOnlyList<Expression> Entities, IReadOnlyList<OperatorParameter> Properties) : Statement(Span);

/// <summary><c>declare pattern Name</c>, with <paramref name="Declaration"/> null, or with its parameters and matches.</summary>
public sealed record PatternStatement(TextSpan Span, Name Name, PatternDeclaration? Declaration) : Statement(Span);

/// <summary><c>(a:string)[path:string] { ("x").["y"] = { body }; ... }</c>.</summary>
public sealed record PatternDeclaration(
    TextSpan Span,
    IReadOnlyList<ColumnDeclaration> Parameters,
    ColumnDeclaration? PathParameter,
    IReadOnlyList<PatternMatch> Matches) : SyntaxNode(Span);

public sealed record PatternMatch(TextSpan Span, IReadOnlyList<Expression> Arguments, Expression? Path, FunctionBody Body) : SyntaxNode(Span);
