using Drever.Kql.Diagnostics;

namespace Drever.Kql.Syntax;

/// <summary>
/// What the parser made of a text. Statements with a syntax error are left out of <paramref name="Root"/>,
/// so with <see cref="HasErrors"/> the tree is a part of the query only.
/// </summary>
public sealed record SyntaxResult(QueryBlock Root, IReadOnlyList<Diagnostic> Diagnostics)
{
    public bool HasErrors => Diagnostics.Any(static d => d.Severity == DiagnosticSeverity.Error);
}
