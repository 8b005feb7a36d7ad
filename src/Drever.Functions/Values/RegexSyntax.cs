using System.Globalization;

namespace Drever.Functions.Values;

/// <summary>
/// Reads a regular expression as RE2 does, only to say what is wrong with it before the query runs. Source: RE2, "Syntax". Where this reader
/// is in doubt it accepts: the engine has the last word.
/// </summary>
internal ref struct RegexSyntax
{
    /// <summary>RE2's limit for counted repetitions, nested ones multiplied.</summary>
    private const int MostRepetitions = 1000;

    private readonly string _pattern;
    private int _at;
    private int _depth;

    private RegexSyntax(string pattern) => _pattern = pattern;

    private readonly bool IsAtEnd => _at >= _pattern.Length;

    private readonly char Current => _pattern[_at];

    /// <summary>What is wrong with the pattern; null when nothing is.</summary>
    public static string? Mistake(string pattern)
    {
        try
        {
            var reader = new RegexSyntax(pattern);
            reader.Alternatives();
            return reader.IsAtEnd ? null : "a ')' has no '(' before it";
        }
        catch (FormatException wrong)
        {
            return wrong.Message;
        }
    }

    /// <summary>Up to the end or a closing bracket; gives the largest product of nested repetitions.</summary>
    private int Alternatives()
    {
        if (++_depth > 500)
            throw new FormatException("it is nested too deeply");
        var most = 1;
        var atom = 0;
        while (!IsAtEnd && Current != ')')
        {
            switch (Current)
            {
                case '|':
                    atom = 0;
                    _at++;
                    break;
                case '*' or '+' or '?':
                    most = Math.Max(most, Repeat(atom, 1));
                    atom = -1;
                    break;
                case '{' when Counts() is { } counts:
                    most = Math.Max(most, Repeat(atom, counts));
                    atom = -1;
                    break;
                default:
                    atom = Atom();
                    most = Math.Max(most, atom);
                    break;
            }
        }

        _depth--;
        return most;
    }

    /// <param name="atom">The repetitions inside what is repeated; 0 when there is nothing, negative after another repetition.</param>
    private int Repeat(int atom, int times)
    {
        var start = _at;
        _at = Current == '{' ? _pattern.IndexOf('}', _at) + 1 : _at + 1;
        if (!IsAtEnd && Current == '?')
            _at++;
        if (atom == 0)
            throw new FormatException($"there is nothing that '{_pattern[start.._at]}' could repeat");
        if (atom < 0)
            throw new FormatException($"'{_pattern[start.._at]}' follows another repetition");
        if ((long)atom * times > MostRepetitions)
            throw new FormatException($"it repeats more than {MostRepetitions.ToString(CultureInfo.InvariantCulture)} times");
        return Math.Max(1, atom * times);
    }

    /// <summary>The larger count of <c>{n}</c>, <c>{n,}</c> or <c>{n,m}</c>; null when the bracket stands for itself.</summary>
    private readonly int? Counts()
    {
        var end = _pattern.IndexOf('}', _at);
        if (end < 0)
            return null;
        var inside = _pattern.AsSpan(_at + 1, end - _at - 1);
        var comma = inside.IndexOf(',');
        var first = comma < 0 ? inside : inside[..comma];
        var second = comma < 0 ? inside : inside[(comma + 1)..];
        if (first.IsEmpty || first.ContainsAnyExceptInRange('0', '9') || second.ContainsAnyExceptInRange('0', '9'))
            return null;
        var least = Number(first);
        var most = second.IsEmpty ? least : Number(second);
        return least <= most && most <= MostRepetitions ? most : throw new FormatException($"'{{{inside}}}' is no repetition, which go up to {MostRepetitions}");
    }

    private static int Number(ReadOnlySpan<char> digits) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : int.MaxValue;

    private int Atom()
    {
        switch (Current)
        {
            case '(':
                return Group();
            case '[':
                Class();
                return 1;
            case '\\':
                Escape(inClass: false);
                return 1;
            default:
                _at++;
                return 1;
        }
    }

    private int Group()
    {
        var start = _at++;
        if (!IsAtEnd && Current == '?')
            GroupHead(start);

        // (?i) stands alone and has no contents
        if (_pattern[_at - 1] == ')')
            return 1;
        var inside = Alternatives();
        if (IsAtEnd)
            throw new FormatException("a '(' has no ')' after it");
        _at++;
        return inside;
    }

    private void GroupHead(int start)
    {
        var rest = _pattern.AsSpan(_at + 1);
        if (rest.StartsWith("=") || rest.StartsWith("!") || rest.StartsWith("<=") || rest.StartsWith("<!"))
            throw new FormatException("it looks ahead or back ('(?=', '(?!', '(?<=', '(?<!'), which RE2 can't");
        if (rest.StartsWith("P<") || rest.StartsWith("<"))
        {
            var name = rest[0] == 'P' ? rest[2..] : rest[1..];
            var end = name.IndexOf('>');
            if (end <= 0)
                throw new FormatException("the name of a group is not closed by '>'");
            _at = _pattern.Length - name.Length + end + 1;
            return;
        }

        for (_at++; !IsAtEnd; _at++)
        {
            if (Current is ':' or ')')
            {
                _at++;
                return;
            }

            if (Current is not ('i' or 'm' or 's' or 'U' or '-'))
                break;
        }

        throw new FormatException($"'{_pattern[start..Math.Min(_pattern.Length, _at + 1)]}' begins no group that RE2 knows");
    }

    private void Class()
    {
        _at++;
        if (!IsAtEnd && Current == '^')
            _at++;
        for (var first = true; ; first = false)
        {
            if (IsAtEnd)
                throw new FormatException("a '[' has no ']' after it");
            if (Current == ']' && !first)
                break;
            if (_pattern.AsSpan(_at).StartsWith("[:") && _pattern.IndexOf(":]", _at + 2, StringComparison.Ordinal) is > 0 and var end)
            {
                _at = end + 2;
                continue;
            }

            Range();
        }

        _at++;
    }

    private void Range()
    {
        var low = Member();
        if (_at + 1 >= _pattern.Length || Current != '-' || _pattern[_at + 1] == ']')
            return;
        _at++;
        var high = Member();
        if (low is { } from && high is { } to && from > to)
            throw new FormatException($"the range '{from}-{to}' is empty");
    }

    /// <summary>One member of a class; its character where it plainly has one.</summary>
    private char? Member()
    {
        if (Current == '\\')
        {
            Escape(inClass: true);
            return null;
        }

        return _pattern[_at++];
    }

    private void Escape(bool inClass)
    {
        if (_at + 1 >= _pattern.Length)
            throw new FormatException("it ends with a backslash");
        var c = _pattern[_at + 1];
        var start = _at;
        _at += 2;
        switch (c)
        {
            case 'd' or 'D' or 's' or 'S' or 'w' or 'W' or 'a' or 'f' or 't' or 'n' or 'r' or 'v' or '0':
            case 'b' or 'B' or 'A' or 'z' or 'C' when !inClass:
                return;
            case 'Q' when !inClass:
                var end = _pattern.IndexOf("\\E", _at, StringComparison.Ordinal);
                _at = end < 0 ? _pattern.Length : end + 2;
                return;
            case 'p' or 'P':
                _at = !IsAtEnd && Current == '{' ? _pattern.IndexOf('}', _at) + 1 : _at + 1;
                if (_at > start + 2 && _at <= _pattern.Length)
                    return;
                break;
            case 'x':
                Hexadecimal(start);
                return;
            case >= '1' and <= '7' when !IsAtEnd && Current is >= '0' and <= '7':
                return;
            case '_':
                return;
            default:
                if (char.IsAscii(c) && !char.IsAsciiLetterOrDigit(c))
                    return;
                break;
        }

        throw new FormatException($"'\\{c}' means nothing in RE2");
    }

    private void Hexadecimal(int start)
    {
        var digits = !IsAtEnd && Current == '{'
            ? _pattern.AsSpan(_at + 1, Math.Max(0, _pattern.IndexOf('}', _at) - _at - 1))
            : _pattern.AsSpan(_at, Math.Min(2, _pattern.Length - _at));
        if (digits.IsEmpty || !uint.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var number) || number > 0x10FFFF)
            throw new FormatException($"'{_pattern[start.._at]}' needs two hexadecimal digits, or a number in curly brackets");
        _at += Current == '{' ? digits.Length + 2 : digits.Length;
    }
}
