using Drever.Kql.Diagnostics;
using Drever.Kql.Text;

namespace Drever.Translation;

/// <summary>What the compiler itself reports. Its codes are Drever's own; Microsoft's are <c>KS</c> and a number.</summary>
public static class CompilerDiagnostics
{
    /// <summary>Good KQL that this version can't run.</summary>
    public const string Unsupported = "DR1001";

    /// <summary>A constant argument that can't be right, such as a regular expression that is none.</summary>
    public const string BadConstant = "DR1002";

    /// <summary>Data would give a step more columns than there may be. (DR1003 is the binder's.)</summary>
    public const string TooManyColumns = "DR1004";

    /// <summary>A step's columns come from the data, and there is none here.</summary>
    public const string NeedsData = "DR1005";

    internal static Diagnostic ColumnsUnknown(string plugin, TextSpan span) =>
        new(NeedsData, DiagnosticSeverity.Error, $"The columns of '{plugin}' come from the data. Without running the query they have to be named: evaluate {plugin}(...) : (name:type, ...)", span);

    internal static Diagnostic NotSupported(string name, TextSpan span) =>
        new(Unsupported, DiagnosticSeverity.Error, $"'{name}' is not supported by this version of Drever", span);
}

/// <summary>Found while lowering: good KQL in a combination that has no SQL yet. The compiler turns it into a diagnostic.</summary>
internal sealed class NotSupportedYetException(string what, TextSpan span) : Exception(what)
{
    public Diagnostic Diagnostic { get; } = CompilerDiagnostics.NotSupported(what, span);
}
