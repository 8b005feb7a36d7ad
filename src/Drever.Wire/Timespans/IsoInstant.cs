using System.Globalization;

namespace Drever.Wire;

/// <summary>ISO 8601 dates and times: with <c>Z</c>, an offset or neither (then UTC), down to 100 ns.</summary>
internal static class IsoInstant
{
    private static readonly string[] Forms =
    [
        "yyyy-MM-dd",
        "yyyy-MM-ddTHH:mmK",
        "yyyy-MM-ddTHH:mm:ssK",
        "yyyy-MM-ddTHH:mm:ss.FFFFFFFK",
        "yyyyMMdd",
        "yyyyMMddTHHmmssK",
    ];

    /// <summary>UTC; null when the text is no date.</summary>
    public static DateTime? Parse(ReadOnlySpan<char> text)
    {
        // digits past 100 ns are dropped, as .NET's own XML dates do
        Span<char> kept = stackalloc char[40];
        if (text.Length > kept.Length)
            return null;
        var length = WithoutFinestDigits(text, kept);
        const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        return DateTime.TryParseExact(kept[..length], Forms, CultureInfo.InvariantCulture, Utc, out var value) ? value : null;
    }

    private static int WithoutFinestDigits(ReadOnlySpan<char> text, Span<char> kept)
    {
        text.ToUpperInvariant(kept);
        var dot = text.IndexOf('.');
        if (dot < 0)
            return text.Length;
        var end = dot + 1;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
            end++;
        var finest = Math.Max(0, end - dot - 8);
        kept[end..text.Length].CopyTo(kept[(end - finest)..]);
        return text.Length - finest;
    }
}
