using Drever.Kql.Text;

namespace Drever.Kql.Diagnostics;

public enum DiagnosticSeverity
{
    Error,
    Warning,
    Suggestion,
    Information,
}

/// <summary>What is wrong with a query, where, and under which of Microsoft's KS codes.</summary>
public sealed record Diagnostic(string Code, DiagnosticSeverity Severity, string Message, TextSpan Span);
