using System.Globalization;

namespace Drever.Functions.Tests.Operators;

/// <summary>The text operators in plain slow C#: what they must answer, written from their descriptions.</summary>
internal static class TextReference
{
    public static bool Answer(string op, string text, string needle)
    {
        if (op.StartsWith('!'))
            return !Answer(op[1..], text, needle);
        var ignoreCase = !op.EndsWith("_cs", StringComparison.Ordinal) && op is not ("==" or "in");
        if (ignoreCase)
        {
            text = Fold(text);
            needle = Fold(needle);
        }

        return op.Replace("_cs", "", StringComparison.Ordinal) switch
        {
            "==" or "=~" or "in" or "in~" => string.Equals(text, needle, StringComparison.Ordinal),
            "contains" => text.Contains(needle, StringComparison.Ordinal),
            "startswith" => text.StartsWith(needle, StringComparison.Ordinal),
            "endswith" => text.EndsWith(needle, StringComparison.Ordinal),
            "has" or "has_any" or "has_all" => HasTerm(text, needle, wholeStart: true, wholeEnd: true),
            "hasprefix" => HasTerm(text, needle, wholeStart: true, wholeEnd: false),
            "hassuffix" => HasTerm(text, needle, wholeStart: false, wholeEnd: true),
            _ => throw new ArgumentException($"'{op}' has no reference", nameof(op)),
        };
    }

    private static bool HasTerm(string text, string needle, bool wholeStart, bool wholeEnd)
    {
        if (needle.Length == 0)
            return true;
        for (var at = 0; at + needle.Length <= text.Length; at++)
        {
            if (!text.AsSpan(at).StartsWith(needle, StringComparison.Ordinal))
                continue;
            var end = at + needle.Length;
            var startsWell = !wholeStart || !IsTerm(needle[0]) || at == 0 || !IsTerm(text[at - 1]);
            var endsWell = !wholeEnd || !IsTerm(needle[^1]) || end == text.Length || !IsTerm(text[end]);
            if (startsWell && endsWell)
                return true;
        }

        return false;
    }

    private static bool IsTerm(char c) => c >= 0x80 || char.IsAsciiLetterOrDigit(c);

    private static string Fold(string text) => text.ToLower(CultureInfo.InvariantCulture);
}
