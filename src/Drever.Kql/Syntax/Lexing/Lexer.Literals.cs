using Drever.Kql.Diagnostics;
using Drever.Kql.Text;

namespace Drever.Kql.Syntax.Lexing;

/// <summary>Where literals end. Their values are computed in <c>Syntax/Literals</c>.</summary>
internal ref partial struct Lexer
{
    /// <summary>Whether a quote follows the prefixes <c>h</c>, <c>H</c> and <c>@</c>, which may be absent.</summary>
    private readonly bool StringStartsAt(int start)
    {
        var position = start + StringParts.PrefixLength(_text[start..]);
        return Peek(position) is '"' or '\'' || StringParts.HasLongQuote(_text, position);
    }

    private TokenKind ScanString(int start)
    {
        var prefix = StringParts.PrefixLength(_text[start..]);
        var position = start + prefix;
        var quote = _text[position];
        if (quote is '`' or '~')
        {
            var fence = new string(quote, 3);
            var length = _text[(position + 3)..].IndexOf(fence, StringComparison.Ordinal);
            _position = length < 0 ? _text.Length : position + 3 + length + 3;
            if (length < 0)
                ReportMissing(fence);
            return TokenKind.StringLiteral;
        }

        var isVerbatim = prefix > 0 && _text[position - 1] == '@';
        position++;
        while (position < _text.Length)
        {
            var c = _text[position];
            if (c == quote)
            {
                if (!isVerbatim || Peek(position + 1) != quote)
                {
                    _position = position + 1;
                    return TokenKind.StringLiteral;
                }

                position += 2;
            }
            else if (CharFacts.IsLineEnd(c))
            {
                break;
            }
            else if (c == '\\' && !isVerbatim)
            {
                var length = StringParts.EscapeLength(_text[position..]);
                if (length == 0)
                    break;
                position += length;
            }
            else
            {
                position++;
            }
        }

        _position = position;
        ReportMissing(quote.ToString());
        return TokenKind.StringLiteral;
    }

    /// <summary>From the bracket behind a type name to the first closing one, on the same line.</summary>
    private TokenKind ScanTypedLiteral(TokenKind kind)
    {
        var length = _text[_position..].IndexOfAny(')', '\r', '\n');
        var end = length < 0 ? _text.Length : _position + length;
        _position = end;
        if (Peek(end) == ')')
            _position++;
        else
            ReportMissing(")");
        return kind;
    }

    private TokenKind ScanNumberOrName(int start)
    {
        var digits = EndOfDigits(start);
        if (RealEnd(digits) is var realEnd && realEnd > digits)
        {
            _position = realEnd;
            return TokenKind.RealLiteral;
        }

        if (TimeSpanEnd(digits) is var timeEnd && timeEnd > digits)
        {
            _position = timeEnd;
            return TokenKind.TimeSpanLiteral;
        }

        _position = EndOfName(digits);
        if (_position == digits || IsHex(_text[start.._position]))
            return TokenKind.LongLiteral;
        return TokenKind.Identifier;
    }

    /// <summary>The end of a real whose whole part ends at <paramref name="digits"/>; that same place when it is no real.</summary>
    private readonly int RealEnd(int digits)
    {
        var position = digits;

        // "1..2" is a range between whole numbers
        if (Peek(position) == '.' && (Peek(position + 1) != '.' || Peek(position + 2) == '.'))
            position = EndOfDigits(position + 1);
        var exponent = position;
        if (Peek(exponent) is 'e' or 'E')
        {
            exponent++;
            if (Peek(exponent) is '+' or '-')
                exponent++;
            if (char.IsAsciiDigit(Peek(exponent)))
                position = EndOfDigits(exponent);
        }

        return CharFacts.IsNamePart(Peek(position)) ? digits : position;
    }

    private readonly int TimeSpanEnd(int digits)
    {
        var number = digits;
        if (Peek(number) == '.' && char.IsAsciiDigit(Peek(number + 1)))
            number = EndOfDigits(number + 1);
        var end = EndOfName(number);
        return TimeUnits.TicksOf(_text[number..end]) > 0 ? end : digits;
    }

    private readonly int EndOfDigits(int position)
    {
        while (char.IsAsciiDigit(Peek(position)))
            position++;
        return position;
    }

    private static bool IsHex(ReadOnlySpan<char> word)
    {
        if (word.Length < 3 || word[0] != '0' || word[1] is not ('x' or 'X'))
            return false;
        foreach (var c in word[2..])
        {
            if (!char.IsAsciiHexDigit(c))
                return false;
        }

        return true;
    }

    private readonly bool RawGuidAt(int start)
    {
        if (start + 36 > _text.Length)
            return false;
        var text = _text.Slice(start, 36);
        for (var i = 0; i < text.Length; i++)
        {
            if (i is 8 or 13 or 18 or 23 ? text[i] != '-' : !char.IsAsciiHexDigit(text[i]))
                return false;
        }

        return true;
    }

    private readonly void ReportMissing(string text) => Report(SyntaxErrors.MissingText, new TextSpan(_position, 0), text);
}
