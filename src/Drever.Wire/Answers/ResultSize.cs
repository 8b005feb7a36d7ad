namespace Drever.Wire;

/// <summary>
/// The size of an answer's values, for <c>dataset_statistics.table_size</c>: 8 bytes for a value of fixed width, 9 more
/// than its length for a text. The rule is inferred; it gives the figure of the documented example (102 for its two rows).
/// </summary>
internal static class ResultSize
{
    private const int FixedWidth = 8;
    private const int TextOverhead = 9;

    public static long OfFixed => FixedWidth;

    public static long OfText(int bytes) => bytes + TextOverhead;
}
