using System.Collections.Immutable;
using Drever.Kql.Diagnostics;
using Drever.Translation;

namespace Drever.Hunting;

/// <summary>The one error a caller is given for a query's diagnostics: the first, as the public APIs do.</summary>
internal static class DiagnosticErrors
{
    public static HuntingError Of(ImmutableArray<Diagnostic> diagnostics, bool inSyntax)
    {
        var first = diagnostics.FirstOrDefault(d => d.Severity == DiagnosticSeverity.Error);
        if (first is null)
            return new HuntingError(HuntingErrorKind.Internal, "A query was refused without a reason");
        return new HuntingError(Kind(first, inSyntax), first.Message);
    }

    private static HuntingErrorKind Kind(Diagnostic error, bool inSyntax)
    {
        if (inSyntax)
            return HuntingErrorKind.Syntax;
        return error.Code == CompilerDiagnostics.Unsupported ? HuntingErrorKind.Unsupported : HuntingErrorKind.Semantic;
    }
}
