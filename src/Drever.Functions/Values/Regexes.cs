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
