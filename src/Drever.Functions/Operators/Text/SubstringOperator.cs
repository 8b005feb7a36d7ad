using Drever.Sql;

namespace Drever.Functions.Operators;

/// <summary>Where in the text the needle has to be.</summary>
internal enum SubstringPlace
{
    Anywhere,
    AtStart,
    AtEnd,
}

/// <summary>
/// The operators that look for text whatever its terms. Source: Kusto reference, "String operators", "The contains operator" and its
/// relatives. A text index is asked for the terms that lie whole inside the needle.
/// </summary>
internal abstract class SubstringOperator(string[] texts, SubstringPlace place, bool ignoreCase, bool negated) : OperatorFunction
{
    public override IReadOnlyList<string> Signatures { get; } =
    [
        .. texts.SelectMany(text => new[]
        {
            $"{text}(left: stringordynamic, right: stringordynamic): bool",
            $"{text}(left: star stringordynamic, right: stringordynamic): bool",
        }),
    ];

    public override SqlValue Lower(ScalarCall call)
    {
        var text = call[0].AsSearched();
        var needle = Needle.Of(call, 1);
        var found = place switch
        {
            SubstringPlace.AtStart => Substrings.StartsWith(text, needle, ignoreCase),
            SubstringPlace.AtEnd => Substrings.EndsWith(text, needle, ignoreCase),
            _ => Substrings.Contains(text, needle, ignoreCase),
        };
        if (needle.Literal is { } literal)
            found = SearchedText.WithIndex(call, Terms.WholeTerms(literal, place == SubstringPlace.AtStart, place == SubstringPlace.AtEnd), ignoreCase, found);
        return call.Truth(negated ? Expr.Not(found) : found);
    }
}
