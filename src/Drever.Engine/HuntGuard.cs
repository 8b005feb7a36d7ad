namespace Drever.Engine;

/// <summary>
/// A second lock behind the query compiler. A read-only connection refuses most of what a hunt must not do, but not all: seen to pass
/// are <c>INTO OUTFILE</c>, the scalar function <c>file()</c>, and <c>DESCRIBE</c> of another data source. Their words are looked for outside of literals.
/// </summary>
internal static class HuntGuard
{
    /// <exception cref="EngineException">The text holds such a word, or a quote that does not end.</exception>
    public static void Check(string sql)
    {
        var words = new SqlWords(sql);
        for (var first = true; words.MoveNext(); first = false)
        {
            var word = words.Current;
            if (first && !(Is(word, "SELECT") || Is(word, "WITH")))
                throw Refused("anything but a query");
            if (!words.Quoted && (Is(word, "OUTFILE") || Is(word, "DESCRIBE") || (Is(word, "DESC") && words.After('('))))
                throw Refused(word.ToString());
            if (words.Before('(') && (Is(word, "file") || (words.Quoted && word.Contains('\\'))))
                throw Refused($"{word}()");
        }

        if (words.Failed)
            throw new EngineException(new EngineError(62, EngineErrorKind.Syntax, "The SQL of the hunt has a quote or a comment without an end, or a sign that no hunt needs."));
    }

    private static bool Is(ReadOnlySpan<char> word, string what) => word.Equals(what, StringComparison.OrdinalIgnoreCase);

    private static EngineException Refused(string what) =>
        new(new EngineError(164, EngineErrorKind.ReadOnly, $"A hunt can't use {what}."));
}
