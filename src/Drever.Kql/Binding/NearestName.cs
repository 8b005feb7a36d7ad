namespace Drever.Kql.Binding;

/// <summary>The name that was probably meant: one that differs in case only, else the one with the fewest typing mistakes.</summary>
internal static class NearestName
{
    private const int LongestName = 64;

    public static string? Of(string name, IEnumerable<string> candidates)
    {
        if (name.Length is 0 or > LongestName)
            return null;
        string? best = null;
        var least = Math.Max(1, name.Length / 4) + 1;
        foreach (var candidate in candidates)
        {
            if (string.Equals(candidate, name, StringComparison.OrdinalIgnoreCase))
                return candidate;
            if (candidate.Length > LongestName || Math.Abs(candidate.Length - name.Length) >= least)
                continue;
            var distance = Distance(name, candidate);
            if (distance < least)
                (best, least) = (candidate, distance);
        }

        return best;
    }

    /// <summary>Insertions, deletions, changes of one character and exchanges of two neighbours, case aside.</summary>
    private static int Distance(string a, string b)
    {
        Span<int> beforeThat = stackalloc int[b.Length + 1];
        Span<int> previous = stackalloc int[b.Length + 1];
        Span<int> current = stackalloc int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
            previous[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                current[j] = Math.Min(previous[j - 1] + (AreSame(a[i - 1], b[j - 1]) ? 0 : 1), Math.Min(previous[j], current[j - 1]) + 1);
                if (i > 1 && j > 1 && AreSame(a[i - 1], b[j - 2]) && AreSame(a[i - 2], b[j - 1]))
                    current[j] = Math.Min(current[j], beforeThat[j - 2] + 1);
            }

            var swap = beforeThat;
            beforeThat = previous;
            previous = current;
            current = swap;
        }

        return previous[b.Length];
    }

    private static bool AreSame(char a, char b) => char.ToUpperInvariant(a) == char.ToUpperInvariant(b);
}
