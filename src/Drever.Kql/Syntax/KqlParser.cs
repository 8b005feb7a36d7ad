using Drever.Kql.Syntax.Parsing;
using Drever.Kql.Text;

namespace Drever.Kql.Syntax;

/// <summary>The one way from query text to a syntax tree.</summary>
public static class KqlParser
{
    /// <summary>
    /// Never fails: what is wrong with the text is in the diagnostics. Takes time in proportion to the length of the text.
    /// </summary>
    public static SyntaxResult Parse(SourceText text, ParseLimits limits) => Parser.Run(text, limits);
}
