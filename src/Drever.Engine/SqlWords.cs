using System.Buffers;

namespace Drever.Engine;

/// <summary>
/// Walks over the words of a ClickHouse SQL text: names, quoted names, keywords; not literals, numbers or comments.
/// Signs that begin other kinds of literal (heredocs, curly quotes, # comments) make it stop as failed, as does a quote without an end.
/// </summary>
internal ref struct SqlWords(string sql)
{
    private static readonly SearchValues<char> WordCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_");

    private static readonly SearchValues<char> Interesting =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_'\"`-/#$\u2018\u2019\u201C\u201D\u2212");

    private readonly string _sql = sql;
    private int _position;
    private int _start;
    private int _end;

    public readonly ReadOnlySpan<char> Current => _sql.AsSpan(_start, _end - _start);

    /// <summary>The word is a name in quotes, so not a keyword. Escapes inside are left as they are.</summary>
    public bool Quoted { get; private set; }

    public bool Failed { get; private set; }

    public bool MoveNext()
    {
        while (!Failed)
        {
            var skip = _sql.AsSpan(_position).IndexOfAny(Interesting);
            if (skip < 0)
                return false;
            _position += skip;
            switch (_sql[_position])
            {
                case '\'':
                    Failed = !SkipQuoted('\'');
                    break;
                case '"' or '`':
                    _start = _position + 1;
                    Failed = !SkipQuoted(_sql[_position]);
                    _end = _position - 1;
                    Quoted = true;
                    return !Failed;
                case '-':
                    SkipAfter("--", "\n", endNeeded: false);
                    break;
                case '/':
                    SkipAfter("/*", "*/", endNeeded: true);
                    break;
                case '#' or '$' or '\u2018' or '\u2019' or '\u201C' or '\u201D' or '\u2212':
                    Failed = true;
                    break;
                default:
                    _start = _position;
                    var length = _sql.AsSpan(_position).IndexOfAnyExcept(WordCharacters);
                    _end = _position = length < 0 ? _sql.Length : _position + length;
                    Quoted = false;
                    return true;
            }
        }

        return false;
    }

    /// <summary>Whether the next sign after the word, blanks and comments aside, is this one. A comment counts as a yes.</summary>
    public readonly bool Before(char sign)
    {
        var rest = _sql.AsSpan(_position).TrimStart();
        return !rest.IsEmpty && (rest[0] == sign || rest.StartsWith("/*", StringComparison.Ordinal) || rest.StartsWith("--", StringComparison.Ordinal));
    }

    /// <summary>Whether the last sign before the word, blanks aside, is this one. A comment's end counts as a yes.</summary>
    public readonly bool After(char sign)
    {
        var before = _sql.AsSpan(0, _start).TrimEnd();
        return !before.IsEmpty && (before[^1] == sign || before.EndsWith("*/", StringComparison.Ordinal));
    }

    /// <summary>Steps over a quoted piece: backslash escapes one sign, a doubled quote stands for itself.</summary>
    private bool SkipQuoted(char quote)
    {
        for (var at = _position + 1; at < _sql.Length; at++)
        {
            var next = _sql.AsSpan(at).IndexOfAny(quote, '\\');
            if (next < 0)
                break;
            at += next;
            if (_sql[at] == '\\' || (at + 1 < _sql.Length && _sql[at + 1] == quote))
            {
                at++;
                continue;
            }

            _position = at + 1;
            return true;
        }

        _position = _sql.Length;
        return false;
    }

    private void SkipAfter(string open, string close, bool endNeeded)
    {
        if (!_sql.AsSpan(_position).StartsWith(open, StringComparison.Ordinal))
        {
            _position++;
            return;
        }

        var end = _sql.IndexOf(close, _position + open.Length, StringComparison.Ordinal);
        Failed = end < 0 && endNeeded;
        _position = end < 0 ? _sql.Length : end + close.Length;
    }
}
