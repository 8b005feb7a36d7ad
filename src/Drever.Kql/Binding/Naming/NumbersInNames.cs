namespace Drever.Kql.Binding;

/// <summary>The order of <c>granny-asc</c>: digits in a name count as a number, so a2 comes before a10.</summary>
internal sealed class NumbersInNames : IComparer<string>
{
    public static NumbersInNames Order { get; } = new();

    public int Compare(string? x, string? y)
    {
        ReadOnlySpan<char> a = x;
        ReadOnlySpan<char> b = y;
        while (a.Length > 0 && b.Length > 0)
        {
            int compared;
            if (char.IsAsciiDigit(a[0]) && char.IsAsciiDigit(b[0]))
            {
                var first = TakeNumber(ref a);
                var second = TakeNumber(ref b);
                compared = first.Length != second.Length ? first.Length.CompareTo(second.Length) : first.SequenceCompareTo(second);
            }
            else
            {
                compared = a[0].CompareTo(b[0]);
                a = a[1..];
                b = b[1..];
            }

            if (compared != 0)
                return compared;
        }

        return a.Length.CompareTo(b.Length);
    }

    private static ReadOnlySpan<char> TakeNumber(ref ReadOnlySpan<char> text)
    {
        var end = 0;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
            end++;
        var number = text[..end].TrimStart('0');
        text = text[end..];
        return number;
    }
}
