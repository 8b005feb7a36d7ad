using System.Globalization;
using System.Text;
using Drever.Kql.Syntax.Lexing;

namespace Drever.Kql.Syntax.Literals;

/// <summary>The text that a string literal stands for. Kusto reference, "The string data type".</summary>
internal static class StringValue
{
    public static bool IsHidden(ReadOnlySpan<char> literal) => literal.Length > 0 && literal[0] is 'h' or 'H';

    /// <summary>Takes a literal as the lexer cut it, prefix and quotes included; one without its end quote gives what is there.</summary>
    public static string Of(ReadOnlySpan<char> literal)
    {
        var prefix = StringParts.PrefixLength(literal);
        if (StringParts.HasLongQuote(literal, prefix))
        {
            var inner = literal[(prefix + 3)..];
            return (inner.Length >= 3 && StringParts.HasLongQuote(inner, inner.Length - 3) ? inner[..^3] : inner).ToString();
        }

        var quote = literal[prefix];
        var isVerbatim = prefix > 0 && literal[prefix - 1] == '@';
        var body = literal[(prefix + 1)..];
        if (isVerbatim)
            return Verbatim(body, quote);
        var special = body.IndexOfAny(quote, '\\');
        if (special < 0)
            return body.ToString();
        return body[special] == quote ? body[..special].ToString() : Escaped(body, quote);
    }

    private static string Verbatim(ReadOnlySpan<char> body, char quote)
    {
        if (body.Length > 0 && body[^1] == quote)
            body = body[..^1];
        var one = quote.ToString();
        return body.ToString().Replace(one + one, one, StringComparison.Ordinal);
    }

    private static string Escaped(ReadOnlySpan<char> body, char quote)
    {
        var text = new StringBuilder(body.Length);
        for (var i = 0; i < body.Length && body[i] != quote;)
        {
            if (body[i] != '\\')
            {
                text.Append(body[i++]);
                continue;
            }

            var length = StringParts.EscapeLength(body[i..]);
            if (length == 0)
                break;
            AppendEscape(text, body.Slice(i + 1, length - 1));
            i += length;
        }

        return text.ToString();
    }

    private static void AppendEscape(StringBuilder text, ReadOnlySpan<char> escape)
    {
        switch (escape[0])
        {
            case 'a': text.Append('\a'); break;
            case 'b': text.Append('\b'); break;
            case 'f': text.Append('\f'); break;
            case 'n': text.Append('\n'); break;
            case 'r': text.Append('\r'); break;
            case 't': text.Append('\t'); break;
            case 'v': text.Append('\v'); break;
            case 'x' or 'u': text.Append((char)Hex(escape[1..])); break;
            case 'U': AppendCodePoint(text, Hex(escape[1..])); break;
            case >= '0' and <= '7': text.Append((char)Octal(escape)); break;
            default: text.Append(escape[0]); break;
        }
    }

    private static void AppendCodePoint(StringBuilder text, uint codePoint)
    {
        // \U with a number beyond Unicode or a lone surrogate has no text
        if (Rune.IsValid(codePoint))
            text.Append(new Rune(codePoint).ToString());
        else
            text.Append('\uFFFD');
    }

    private static uint Hex(ReadOnlySpan<char> digits) => uint.Parse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);

    private static int Octal(ReadOnlySpan<char> digits)
    {
        var value = 0;
        foreach (var digit in digits)
            value = (value * 8) + (digit - '0');
        return value;
    }
}
