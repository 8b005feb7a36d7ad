using Drever.Kql.Binding;

namespace Drever.Translation.Lowering.Operators;

/// <summary>
/// How parse-kv finds pairs: an RE2 expression, and its groups that hold the key and the value. Without delimiters everything but
/// letters and digits is one.
/// </summary>
internal sealed record PairPattern(string Regex, IReadOnlyList<int> KeyGroups, IReadOnlyList<int> ValueGroups)
{
    private const string Word = "[\\p{L}\\p{N}_]+";
    private const string NoWord = "[^\\p{L}\\p{N}_]+";

    /// <summary>One match for each pair, in turn.</summary>
    public static PairPattern Of(ParseKvOptions options)
    {
        if (options.Regex.Length > 0)
            return new PairPattern(options.Regex, [1], [2]);
        var value = IsWordMode(options) ? "(" + Word + ")" : "(.*?)" + PairEnd(options);
        return Quoted(options) is { } quoted
            ? new PairPattern($"(?s)(?:{quoted}|({Key(options)})){Between(options)}(?:{quoted}|{value})", [1, 2], [3, 4])
            : new PairPattern($"(?s)({Key(options)}){Between(options)}{value}", [1], [2]);
    }

    /// <summary>The greedy form for one key: a value goes on to the next key, which must be left for the next match; so each key is looked for by itself.</summary>
    public static PairPattern GreedyOf(ParseKvOptions options, string key)
    {
        var start = $"(?:^|{ParsePattern.Escape(options.PairDelimiter)})\\s*{ParsePattern.Escape(key)}{Between(options)}";
        var value = $"(.*?)(?:{ParsePattern.Escape(options.PairDelimiter)}\\s*{Key(options)}{Between(options)}|$)";
        return Quoted(options) is { } quoted
            ? new PairPattern($"(?s){start}(?:{quoted}|{value})", [], [1, 2])
            : new PairPattern($"(?s){start}{value}", [], [1]);
    }

    private static bool IsWordMode(ParseKvOptions options) => options.PairDelimiter.Length == 0 && options.KeyValueDelimiter.Length == 0;

    private static string Key(ParseKvOptions options) =>
        IsWordMode(options) ? Word : "[^" + ClassOf(options.KeyValueDelimiter + options.PairDelimiter) + "]+?";

    private static string Between(ParseKvOptions options) =>
        IsWordMode(options) ? NoWord : "\\s*" + ParsePattern.Escape(options.KeyValueDelimiter) + "\\s*";

    private static string PairEnd(ParseKvOptions options) =>
        options.PairDelimiter.Length == 0 ? "(?:\\s|$)" : "(?:" + ParsePattern.Escape(options.PairDelimiter) + "|$)";

    /// <summary>A text between quotes; the escape character takes the next one with it.</summary>
    private static string? Quoted(ParseKvOptions options)
    {
        if (options.Quotes.IsDefaultOrEmpty)
            return null;
        var escape = options.Escape;
        var plain = "[^" + ClassOf(options.Quotes[^1] + escape) + "]";
        var inner = escape.Length == 0 ? plain : plain + "|" + ParsePattern.Escape(escape) + ".";
        return ParsePattern.Escape(options.Quotes[0]) + "((?:" + inner + ")*)" + ParsePattern.Escape(options.Quotes[^1]);
    }

    private static string ClassOf(string characters) =>
        string.Concat(characters.Select(c => c is '\\' or ']' or '[' or '^' or '-' ? "\\" + c : c.ToString()));
}
