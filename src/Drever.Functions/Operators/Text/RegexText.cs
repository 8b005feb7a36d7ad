using System.Globalization;
using System.Text;

namespace Drever.Functions.Operators;

/// <summary>Text as a part of an RE2 pattern that matches exactly it.</summary>
internal static class RegexText
{
    public static void AppendQuoted(StringBuilder pattern, string text)
    {
        foreach (var c in text)
        {
            if (char.IsAsciiLetterOrDigit(c) || c > '\x7f')
                pattern.Append(c);
            else
                pattern.Append("\\x").Append(((int)c).ToString("x2", CultureInfo.InvariantCulture));
        }
    }
}
