namespace Drever.Kql.Syntax;

/// <summary>What a query text may ask of the parser. A query beyond a limit gets a diagnostic, never an exception.</summary>
/// <param name="MaxLength">UTF-16 units of query text.</param>
/// <param name="MaxDepth">Levels of the syntax tree, so that whatever walks the tree may recurse.</param>
/// <param name="MaxDiagnostics">Findings to report; what is wrong beyond that is not looked at.</param>
public sealed record ParseLimits(int MaxLength = 2_000_000, int MaxDepth = 300, int MaxDiagnostics = 100)
{
    public static ParseLimits Default { get; } = new();
}
