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

    /// <summary>A function of our own, written as <c>(parameters) { body }</c>.</summary>
    /// <exception cref="InvalidOperationException">The text is no function.</exception>
    public static FunctionDeclaration ParseFunction(string name, string text)
    {
        var syntax = Parse(new SourceText($"let {name} = {text};"), ParseLimits.Default);
        if (!syntax.HasErrors && syntax.Root.Statements is [LetStatement { Value: FunctionDeclaration function }, ..])
            return function;
        throw new InvalidOperationException($"The function {name} does not parse: {(syntax.HasErrors ? syntax.Diagnostics[0].ToString() : "it is no function")}");
    }
}
