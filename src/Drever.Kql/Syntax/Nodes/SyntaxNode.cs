using System.Runtime.CompilerServices;
using Drever.Kql.Text;

namespace Drever.Kql.Syntax;

/// <summary>
/// A construct at one place of the text. Nodes are compared by reference: use <see cref="ReferenceEqualityComparer"/>
/// for dictionaries over nodes, the hash that the compiler makes for records walks the whole subtree.
/// </summary>
public abstract record SyntaxNode(TextSpan Span)
{
    public virtual bool Equals(SyntaxNode? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);

    public sealed override string ToString() => FormattableString.Invariant($"{GetType().Name} {Span.Start}..{Span.End}");
}

/// <summary>A name where it is declared or stands for itself. <paramref name="Text"/> has no brackets, quotes or escapes.</summary>
/// <param name="Bracketed">Written <c>['name']</c> or <c>["name"]</c>.</param>
public sealed record Name(TextSpan Span, string Text, bool Bracketed = false) : SyntaxNode(Span);

/// <summary>The root: the statements of a query in their order. Empty statements are not kept.</summary>
public sealed record QueryBlock(TextSpan Span, IReadOnlyList<Statement> Statements) : SyntaxNode(Span);
