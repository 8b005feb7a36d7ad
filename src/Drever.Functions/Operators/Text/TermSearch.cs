using System.Text;
using Drever.Sql;

namespace Drever.Functions.Operators;

/// <summary>
/// Finds a needle whose ends, where they are term characters, lie at the ends of terms: <c>has</c> asks that of both ends,
/// <c>hasprefix</c> of the first and <c>hassuffix</c> of the last. An end that is no term character may lie anywhere.
/// </summary>
internal static class TermSearch
{
    /// <summary>Longer needles would make regular expressions that the engine refuses.</summary>
    private const int LongestInRegex = 500;

    /// <summary>A character that ends terms, used to frame those of the text.</summary>
    private static readonly SqlExpression Mark = Expr.Text("\x1f");

    public static SqlExpression Find(SqlExpression text, Needle needle, bool wholeStart, bool wholeEnd, bool ignoreCase)
    {
        if (needle.Literal is not { } literal)
            return FindAny(text, needle, wholeStart, wholeEnd, ignoreCase);
        if (literal.Length == 0)
            return Expr.True;
        if (wholeStart && wholeEnd && Terms.IsOneTerm(literal) && (!ignoreCase || needle.IsAscii))
            return Expr.Call(ignoreCase ? "hasTokenCaseInsensitive" : "hasToken", text, needle.Sql);
        var edgeBefore = wholeStart && Terms.IsTermCharacter(literal[0]);
        var edgeAfter = wholeEnd && Terms.IsTermCharacter(literal[^1]);
        if (!edgeBefore && !edgeAfter)
            return Substrings.Contains(text, needle, ignoreCase);
        if (literal.Length <= LongestInRegex)
            return ByRegex(text, needle, edgeBefore, edgeAfter, ignoreCase);
        return Expr.And(Substrings.Contains(text, needle, ignoreCase), FindAny(text, needle, wholeStart, wholeEnd, ignoreCase));
    }

    /// <summary>RE2 looks for the literal part first, which is why the text is lowered rather than the case ignored.</summary>
    private static SqlExpression ByRegex(SqlExpression text, Needle needle, bool edgeBefore, bool edgeAfter, bool ignoreCase)
    {
        var pattern = new StringBuilder();
        if (edgeBefore)
            pattern.Append("(?:^|").Append(Terms.SeparatorClass).Append(')');
        RegexText.AppendQuoted(pattern, ignoreCase ? Terms.LowerAscii(needle.Literal!) : needle.Literal!);
        if (edgeAfter)
            pattern.Append("(?:$|").Append(Terms.SeparatorClass).Append(')');
        if (!ignoreCase)
            return Expr.Call("match", text, Expr.Text(pattern.ToString()));

        // beyond ASCII the engine lowers the pattern too: in a pattern made here nothing but letters changes by it
        var lowered = Expr.Text(pattern.ToString());
        return Expr.Call("match", needle.Fold(text), needle.IsAscii ? lowered : Expr.Call("lowerUTF8", lowered));
    }

    /// <summary>
    /// For a needle known only at run time. Every separator of text and needle is put between two marks, and so are the ends of the text:
    /// then a term ends where a mark stands, and a needle with marks at its whole ends is found by plain search. A separator that is
    /// itself the mark becomes three of them, and stays distinct from any two neighbours.
    /// </summary>
    public static SqlExpression FindAny(SqlExpression text, Needle needle, bool wholeStart, bool wholeEnd, bool ignoreCase)
    {
        var searched = ignoreCase ? needle.Fold(text) : text;
        var wanted = ignoreCase ? needle.Folded : needle.Sql;
        return Expr.Greater(
            Expr.Call(
                "position",
                Expr.Call("concat", Mark, Framed(searched), Mark),
                Expr.Call(
                    "concat",
                    wholeStart ? MarkUnless(wanted, $"^(?:{Terms.SeparatorClass}|$)") : Expr.Text(""),
                    Framed(wanted),
                    wholeEnd ? MarkUnless(wanted, $"(?:{Terms.SeparatorClass}|^)$") : Expr.Text(""))),
            Expr.Number(0));
    }

    private static SqlExpression Framed(SqlExpression text) =>
        Expr.Call("replaceRegexpAll", text, Expr.Text(Terms.SeparatorClass), Expr.Text("\x1f\\0\x1f"));

    /// <summary>A mark where the needle's end is a term character.</summary>
    private static SqlExpression MarkUnless(SqlExpression needle, string pattern) =>
        Expr.If(Expr.Call("match", needle, Expr.Text(pattern)), Expr.Text(""), Mark);
}
