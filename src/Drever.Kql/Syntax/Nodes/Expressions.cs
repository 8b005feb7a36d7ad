using Drever.Kql.Text;

namespace Drever.Kql.Syntax;

public abstract record Expression(TextSpan Span) : SyntaxNode(Span);

/// <summary>A reference to something by its name alone.</summary>
public sealed record NameExpression(TextSpan Span, Name Name) : Expression(Span);

/// <summary>A name with stars: <c>Device*</c>, <c>*Id</c>.</summary>
/// <param name="Pattern">Each <c>*</c> stands for any run of characters.</param>
public sealed record WildcardNameExpression(TextSpan Span, string Pattern) : Expression(Span);

/// <summary><c>*</c> alone.</summary>
public sealed record StarExpression(TextSpan Span) : Expression(Span);

public enum JoinSide
{
    Left,
    Right,
}

/// <summary><c>$left</c> or <c>$right</c>.</summary>
public sealed record JoinSideExpression(TextSpan Span, JoinSide Side) : Expression(Span);

public sealed record ParenthesizedExpression(TextSpan Span, Expression Inner) : Expression(Span);

public sealed record UnaryExpression(TextSpan Span, UnaryOperator Operator, Expression Operand) : Expression(Span);

public sealed record BinaryExpression(
    TextSpan Span,
    BinaryOperator Operator,
    TextSpan OperatorSpan,
    Expression Left,
    Expression Right) : Expression(Span);

/// <summary><c>Left in (Items)</c> and its relatives. An item may be a query: <c>x in (T | project y)</c>.</summary>
public sealed record InExpression(
    TextSpan Span,
    SetOperator Operator,
    TextSpan OperatorSpan,
    Expression Left,
    IReadOnlyList<Expression> Items) : Expression(Span);

/// <summary><c>Operand between (From .. To)</c>, both ends included.</summary>
public sealed record BetweenExpression(
    TextSpan Span,
    bool IsNegated,
    TextSpan OperatorSpan,
    Expression Operand,
    Expression From,
    Expression To) : Expression(Span);

/// <summary>A call. Named arguments are <see cref="NamedExpression"/>s.</summary>
public sealed record FunctionCall(TextSpan Span, Name Name, IReadOnlyList<Expression> Arguments) : Expression(Span);

/// <summary>
/// <c>Target.Selector</c>. The selector is a <see cref="NameExpression"/>, a <see cref="FunctionCall"/>
/// (<c>cluster("c").database("d")</c>) or a <see cref="WildcardNameExpression"/>.
/// </summary>
public sealed record PathExpression(TextSpan Span, Expression Target, Expression Selector) : Expression(Span);

/// <summary><c>Target[Index]</c>.</summary>
public sealed record ElementExpression(TextSpan Span, Expression Target, Expression Index) : Expression(Span);

/// <summary><c>x = Value</c>, or <c>(x, y) = Value</c> with <paramref name="HasNameList"/>.</summary>
public sealed record NamedExpression(TextSpan Span, IReadOnlyList<Name> Names, bool HasNameList, Expression Value) : Expression(Span);

public enum SortDirection
{
    Ascending,
    Descending,
    GrannyAscending,
    GrannyDescending,
}

public enum NullsOrder
{
    First,
    Last,
}

/// <summary><c>Value desc nulls last</c>. What is not written is null here. Made only when one of the two is written.</summary>
public sealed record OrderedExpression(TextSpan Span, Expression Value, SortDirection? Direction, NullsOrder? Nulls) : Expression(Span);

/// <summary>Several expressions as the value of an operator parameter: <c>series = a, b</c>.</summary>
public sealed record ExpressionList(TextSpan Span, IReadOnlyList<Expression> Items) : Expression(Span);
