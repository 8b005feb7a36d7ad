using System.Collections.Immutable;

namespace Drever.Functions.Scalar.Time;

/// <summary>A run of one letter in a format, or the text between such runs.</summary>
internal readonly record struct PicturePart(char Letter, int Length, string Text)
{
    public bool IsText => Letter == '\0';
}

/// <summary>The pictures of <c>format_datetime()</c> and <c>format_timespan()</c>: letters stand for parts of the time, marks between them for themselves.</summary>
internal static class PictureFormat
{
    public const string Marks = " /-:,._[]";

    public static ImmutableArray<PicturePart> Read(string format, string letters)
    {
        var parts = ImmutableArray.CreateBuilder<PicturePart>();
        for (var at = 0; at < format.Length;)
        {
            var start = at;
            if (letters.Contains(format[at], StringComparison.Ordinal))
            {
                while (at < format.Length && format[at] == format[start])
                    at++;
                parts.Add(new(format[start], at - start, ""));
            }
            else
            {
                while (at < format.Length && !letters.Contains(format[at], StringComparison.Ordinal))
                    at++;
                parts.Add(new('\0', 0, format[start..at]));
            }
        }

        return parts.ToImmutable();
    }

    /// <summary>What is wrong with a format; null when nothing is.</summary>
    public static string? Check(string function, string format, string letters, Func<PicturePart, bool> isKnown)
    {
        foreach (var part in Read(format, letters))
        {
            if (part.IsText && part.Text.FirstOrDefault(c => !Marks.Contains(c, StringComparison.Ordinal)) is var mark and not '\0')
                return $"{function}: '{mark}' has no meaning in a format; between the parts of a time stand any of {Marks}";
            if (!part.IsText && !isKnown(part))
                return $"{function}: '{new string(part.Letter, part.Length)}' is no part of a time";
        }

        return null;
    }
}
