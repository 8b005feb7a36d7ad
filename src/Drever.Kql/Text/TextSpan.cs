namespace Drever.Kql.Text;

/// <summary>A place in the query text, in UTF-16 units, as the official language service counts.</summary>
public readonly record struct TextSpan(int Start, int Length)
{
    public int End => Start + Length;

    public static TextSpan FromBounds(int start, int end) => new(start, Math.Max(0, end - start));

    public static TextSpan Cover(TextSpan first, TextSpan last) =>
        FromBounds(Math.Min(first.Start, last.Start), Math.Max(first.End, last.End));
}
