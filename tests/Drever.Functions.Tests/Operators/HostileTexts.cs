namespace Drever.Functions.Tests.Operators;

/// <summary>Seeded random texts and needles made of what breaks searches: pattern characters, quotes, NUL, neighbours of term characters.</summary>
internal sealed class HostileTexts(int seed)
{
    private static readonly string[] Pieces =
    [
        "a", "B", "ab", "Ab", "cmd", "CMD", "exe", "x1", "0", "-", "_", ".", "%", "\\", "'", "\"", "`", "@", "[", "{", "/", ":", " ", "\t", "\n", "\0", "\x1f", "\x7f",
        "é", "É", "ß", "日本", "😀", "$", "^", "(", ")", "*", "+", "?", "|", "--", "/*", "{}",
    ];

#pragma warning disable CA5394 // a seed makes the run repeatable
    private readonly Random _random = new(seed);

    public string Text(int most) => string.Concat(Enumerable.Range(0, _random.Next(most + 1)).Select(_ => Pieces[_random.Next(Pieces.Length)]));

    /// <summary>A needle: random, or a part of a text with its case changed now and then, so that many do match.</summary>
    public string Needle(string text)
    {
        if (text.Length == 0 || _random.Next(3) == 0)
            return Text(4);
        var start = _random.Next(text.Length);
        var end = start + 1 + _random.Next(Math.Min(6, text.Length - start));
        while (start > 0 && char.IsLowSurrogate(text[start]))
            start--;
        while (end < text.Length && char.IsLowSurrogate(text[end]))
            end++;
        var part = text[start..end];
        return _random.Next(2) == 0 ? part : part.ToUpperInvariant();
    }
#pragma warning restore CA5394
}
