using Drever.Kql.Text;

namespace Drever.Kql.Syntax;

/// <summary>A constant with its value. The typed nodes' <c>Value</c> is null for the typed null: <c>long(null)</c>.</summary>
public abstract record LiteralExpression(TextSpan Span) : Expression(Span);

public sealed record BoolLiteral(TextSpan Span, bool? Value) : LiteralExpression(Span);

/// <summary><c>int(5)</c>. A bare number is a <see cref="LongLiteral"/>.</summary>
public sealed record IntLiteral(TextSpan Span, int? Value) : LiteralExpression(Span);

public sealed record LongLiteral(TextSpan Span, long? Value) : LiteralExpression(Span);

public sealed record RealLiteral(TextSpan Span, double? Value) : LiteralExpression(Span);

public sealed record DecimalLiteral(TextSpan Span, DecimalValue? Value) : LiteralExpression(Span);

/// <summary>The text, escapes resolved and adjacent literals joined. <paramref name="IsHidden"/>: an <c>h"..."</c> literal is among them.</summary>
public sealed record StringLiteral(TextSpan Span, string Value, bool IsHidden) : LiteralExpression(Span);

/// <summary>Ticks of 100 ns since 0001-01-01T00:00:00Z.</summary>
public sealed record DateTimeLiteral(TextSpan Span, long? Ticks) : LiteralExpression(Span);

/// <summary>Ticks of 100 ns.</summary>
public sealed record TimeSpanLiteral(TextSpan Span, long? Ticks) : LiteralExpression(Span);

public sealed record GuidLiteral(TextSpan Span, Guid? Value) : LiteralExpression(Span);

/// <summary><c>dynamic(...)</c>.</summary>
public sealed record DynamicLiteral(TextSpan Span, DynamicSyntax Value) : LiteralExpression(Span);

/// <summary><c>typeof(long)</c>, <c>typeof(a:string, b:long)</c>, <c>typeof(*)</c>: the types in brackets.</summary>
public sealed record TypeOfLiteral(TextSpan Span, TypeSyntax Type) : LiteralExpression(Span);

/// <summary>A decimal number: <c>Unscaled / 10^Scale</c>.</summary>
public readonly record struct DecimalValue(Int128 Unscaled, int Scale);

/// <summary>The content of a dynamic literal: JSON, plus KQL literals such as <c>datetime(...)</c>.</summary>
public abstract record DynamicSyntax(TextSpan Span) : SyntaxNode(Span);

public sealed record DynamicNull(TextSpan Span) : DynamicSyntax(Span);

public sealed record DynamicScalar(TextSpan Span, LiteralExpression Literal) : DynamicSyntax(Span);

public sealed record DynamicArray(TextSpan Span, IReadOnlyList<DynamicSyntax> Items) : DynamicSyntax(Span);

/// <summary>In written order; a key that is written twice is here twice.</summary>
public sealed record DynamicBag(TextSpan Span, IReadOnlyList<DynamicProperty> Properties) : DynamicSyntax(Span);

public sealed record DynamicProperty(TextSpan Span, string Key, DynamicSyntax Value) : SyntaxNode(Span);
