using System.Collections.Immutable;
using System.Text;

namespace Drever.Functions.Operators;

/// <summary>
/// KQL's terms: maximal runs of ASCII letters and digits and of anything beyond ASCII. The engine's tokenizer splitByNonAlpha cuts
/// the same runs. Source: Kusto reference, "String operators", "Understanding string terms".
/// </summary>
internal static class Terms
{
    /// <summary>All ASCII characters that end a term, as a class of RE2.</summary>
    public const string SeparatorClass = "[\\x00-/:-@\\[-`{-\\x7f]";

    public static bool IsTermCharacter(char c) => char.IsAsciiLetterOrDigit(c) || c > '\x7f';

    /// <summary>Whether the text is exactly one term.</summary>
    public static bool IsOneTerm(string text) => text.Length > 0 && text.All(IsTermCharacter);

    /// <summary>
    /// The terms that a text must have, whole, when it has <paramref name="needle"/> in it: those inside, and those at an end
    /// of the needle that is known to lie at an end of a term.
    /// </summary>
    public static IEnumerable<string> WholeTerms(string needle, bool startsAtTermEdge, bool endsAtTermEdge)
    {
        var start = 0;
        while (start < needle.Length)
        {
            if (!IsTermCharacter(needle[start]))
            {
                start++;
                continue;
            }

            var end = start;
            while (end < needle.Length && IsTermCharacter(needle[end]))
                end++;
            if ((start > 0 || startsAtTermEdge) && (end < needle.Length || endsAtTermEdge))
                yield return needle[start..end];
            start = end;
        }
    }

    /// <summary>
    /// Those of the terms that an index over ASCII-lowered text can be asked for, in its spelling; the longest first, at most eight:
    /// more narrow no further.
    /// </summary>
    /// <param name="terms">Terms as they were written.</param>
    /// <param name="ignoreCase">Beyond ASCII the index keeps case, so a term with such characters is of no use then.</param>
    public static ImmutableArray<string> ForIndex(IEnumerable<string> terms, bool ignoreCase) =>
    [
        .. terms.Where(t => !ignoreCase || Ascii.IsValid(t))
            .Select(LowerAscii)
            .Distinct(StringComparer.Ordinal)
            .OrderByDescending(t => t.Length).ThenBy(t => t, StringComparer.Ordinal)
            .Take(8),
    ];

    /// <summary>A to Z lowered, the rest as it is: what the engine's lower() does.</summary>
    public static string LowerAscii(string text) => string.Create(text.Length, text, (span, source) =>
    {
        for (var i = 0; i < span.Length; i++)
            span[i] = char.IsAsciiLetterUpper(source[i]) ? (char)(source[i] | 0x20) : source[i];
    });
}
