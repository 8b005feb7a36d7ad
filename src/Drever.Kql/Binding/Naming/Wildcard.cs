namespace Drever.Kql.Binding;

/// <summary>Names with stars, each of which stands for any run of characters.</summary>
internal static class Wildcard
{
    public static bool Matches(string pattern, string name)
    {
        var p = 0;
        var n = 0;
        var star = -1;
        var retry = 0;
        while (n < name.Length)
        {
            if (p < pattern.Length && pattern[p] == '*')
            {
                star = p++;
                retry = n;
            }
            else if (p < pattern.Length && pattern[p] == name[n])
            {
                p++;
                n++;
            }
            else if (star >= 0)
            {
                p = star + 1;
                n = ++retry;
            }
            else
            {
                return false;
            }
        }

        while (p < pattern.Length && pattern[p] == '*')
            p++;
        return p == pattern.Length;
    }
}
