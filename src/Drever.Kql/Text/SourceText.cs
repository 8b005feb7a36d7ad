namespace Drever.Kql.Text;

/// <summary>The text of a query, as it came: offsets into it are never shifted.</summary>
public sealed class SourceText(string text)
{
    public string Text { get; } = text;

    public int Length => Text.Length;

    public ReadOnlySpan<char> this[TextSpan span] => Text.AsSpan(span.Start, span.Length);

    /// <summary>Line and column of an offset, both counted from 1, the column in UTF-16 units. CR, LF and CRLF end a line.</summary>
    public (int Line, int Column) LineAndColumn(int offset)
    {
        var line = 1;
        var lineStart = 0;
        var end = Math.Min(offset, Text.Length);
        for (var i = 0; i < end; i++)
        {
            if (Text[i] == '\n' || (Text[i] == '\r' && (i + 1 >= Text.Length || Text[i + 1] != '\n')))
            {
                line++;
                lineStart = i + 1;
            }
        }

        return (line, end - lineStart + 1);
    }
}
