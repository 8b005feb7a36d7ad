using System.Globalization;
using Drever.Kql.Text;

namespace Drever.Kql.Diagnostics;

/// <summary>A kind of finding: its code, severity and the pattern of its text (<c>{0}</c>, <c>{1}</c> stand for the arguments).</summary>
public sealed record DiagnosticDescriptor(string Code, DiagnosticSeverity Severity, string Pattern)
{
    public Diagnostic At(TextSpan span, params ReadOnlySpan<object?> arguments) =>
        new(Code, Severity, arguments.IsEmpty ? Pattern : string.Format(CultureInfo.InvariantCulture, Pattern, arguments), span);
}
