using Drever.Kql.Text;

namespace Drever.Kql.Syntax;

/// <summary><c>(parameters) { body }</c>, <c>view () { body }</c>: only as the value of a let statement.</summary>
public sealed record FunctionDeclaration(
    TextSpan Span,
    bool IsView,
    IReadOnlyList<FunctionParameter> Parameters,
    FunctionBody Body) : Expression(Span);

/// <summary><c>name:type = default</c> or <c>T:(a:string, *)</c>.</summary>
public sealed record FunctionParameter(TextSpan Span, Name Name, TypeSyntax Type, Expression? Default) : SyntaxNode(Span);

/// <summary><c>{ statements; result }</c>. <paramref name="Result"/> is null for an empty body.</summary>
public sealed record FunctionBody(TextSpan Span, IReadOnlyList<Statement> Statements, Expression? Result) : SyntaxNode(Span);

public abstract record TypeSyntax(TextSpan Span) : SyntaxNode(Span);

/// <summary>A scalar type as written (<c>int64</c>, <c>double</c>: aliases are not resolved here).</summary>
public sealed record ScalarTypeSyntax(TextSpan Span, string Name) : TypeSyntax(Span);

/// <summary><c>(a:string, b:long)</c>. <paramref name="IsOpen"/>: it holds a <c>*</c>, further columns are allowed.</summary>
public sealed record SchemaTypeSyntax(TextSpan Span, IReadOnlyList<ColumnDeclaration> Columns, bool IsOpen) : TypeSyntax(Span);

/// <summary><c>name:type</c>.</summary>
public sealed record ColumnDeclaration(TextSpan Span, Name Name, TypeSyntax Type) : SyntaxNode(Span);
