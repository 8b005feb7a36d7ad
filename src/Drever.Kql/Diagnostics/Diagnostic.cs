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
public sealed record Diagnostic(string Code, DiagnosticSeverity Severity, string Message, TextSpan Span)
{
    /// <summary>The name that was probably meant, for people; never part of <see cref="Message"/>, whose texts are contract. Null: no idea.</summary>
    public string? Hint { get; init; }
}
