using Drever.Kql.Binding;
using Drever.Sql;

namespace Drever.Functions.Values;

/// <summary>
/// Regular expressions of KQL (RE2) for the engine, which is RE2 too, but whose dot takes line ends. Source: Kusto reference, "RE2 syntax".
/// </summary>
public static class Regexes
{
    /// <summary>The pattern with KQL's meaning of the dot: not a line end, unless the pattern asks for it.</summary>
    public static string ForEngine(string pattern) => HasBareDot(pattern) ? "(?-s)" + pattern : pattern;

    /// <summary>The same for an argument; a pattern that is known only at run time gets the flag always.</summary>
    public static SqlExpression ForEngine(ScalarCall call, int argument) =>
        Constants.Text(call.Bound[argument]) is { } pattern
            ? Expr.Text(ForEngine(pattern))
            : Expr.Call("concat", Expr.Text("(?-s)"), call[argument].ToText());

    /// <summary>
    /// What is wrong with a regular expression that is known before the query runs, as a sentence for the caller; null when nothing is. For
    /// <see cref="ScalarFunction.Check"/>.
    /// </summary>
    public static string? Mistake(string function, BoundExpression argument) =>
        Constants.Text(argument) is { } pattern && RegexSyntax.Mistake(pattern) is { } mistake
            ? $"{function}: the regular expression '{Shortened(pattern)}' can't be read: {mistake}."
            : null;

    /// <summary>The same of what matches are rewritten to: a group that the expression does not have.</summary>
    public static string? RewriteMistake(string function, BoundExpression regex, BoundExpression rewrite)
    {
        if (Constants.Text(regex) is not { } pattern || Constants.Text(rewrite) is not { } text)
            return null;
        var groups = CountGroups(pattern);
        for (var i = 0; i + 1 < text.Length; i++)
        {
            if (text[i] != '\\')
                continue;
            if (char.IsAsciiDigit(text[++i]) && text[i] - '0' > groups)
                return $"{function}: the regular expression has {groups} capturing groups, there is no group {text[i]}.";
        }

        return null;
    }

    private static string Shortened(string pattern) => pattern.Length <= 80 ? pattern : pattern[..80] + "...";

    /// <summary>How many groups of the pattern capture.</summary>
    public static int CountGroups(string pattern) => GroupNames(pattern).Count;

    /// <summary>The names of the capturing groups, in order; null for one without a name.</summary>
    public static IReadOnlyList<string?> GroupNames(string pattern)
    {
        var names = new List<string?>();
        foreach (var at in Bare(pattern, '('))
        {
            var rest = pattern.AsSpan(at + 1);
            if (!rest.StartsWith("?", StringComparison.Ordinal))
                names.Add(null);
            else if (rest.StartsWith("?P<", StringComparison.Ordinal))
                names.Add(NameAt(pattern, at + 4));
            else if (rest.StartsWith("?<", StringComparison.Ordinal))
                names.Add(NameAt(pattern, at + 3));
        }

        return names;
    }

    /// <summary>A pattern that is one character, which is returned; null otherwise.</summary>
    public static string? SingleCharacter(string pattern) => pattern switch
    {
        [var c] when !@"\.+*?()|[]{}^$".Contains(c, StringComparison.Ordinal) && char.IsAscii(c) => pattern,
        ['\\', var c] when char.IsAscii(c) && !char.IsLetterOrDigit(c) => c.ToString(),
        _ => null,
    };

    private static bool HasBareDot(string pattern) => Bare(pattern, '.').Any();

    private static string NameAt(string pattern, int start)
    {
        var end = pattern.IndexOf('>', start);
        return end < 0 ? "" : pattern[start..end];
    }

    /// <summary>Where a character stands for itself as syntax: not escaped, not quoted by <c>\Q...\E</c>, not in a class.</summary>
    private static IEnumerable<int> Bare(string pattern, char wanted)
    {
        var inClass = false;
        for (var i = 0; i < pattern.Length; i++)
        {
            var c = pattern[i];
            if (c == '\\' && i + 1 < pattern.Length && pattern[i + 1] == 'Q')
            {
                var end = pattern.IndexOf("\\E", i + 2, StringComparison.Ordinal);
                if (end < 0)
                    yield break;
                i = end + 1;
            }
            else if (c == '\\')
            {
                i++;
            }
            else if (inClass)
            {
                inClass = c != ']';
            }
            else if (c == '[')
            {
                inClass = true;

                // a closing bracket right after the opening one is a member
                if (i + 1 < pattern.Length && pattern[i + 1] == '^')
                    i++;
                if (i + 1 < pattern.Length && pattern[i + 1] == ']')
                    i++;
            }
            else if (c == wanted)
            {
                yield return i;
            }
        }
    }
}
