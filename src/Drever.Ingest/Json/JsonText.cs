using System.Buffers.Text;
using System.Text;
using System.Text.Unicode;

namespace Drever.Ingest.Json;

/// <summary>JSON's text forms, over UTF-8 bytes. No output here is longer than <see cref="MaxLength"/> of its input.</summary>
internal static class JsonText
{
    private static ReadOnlySpan<byte> Replacement => "\uFFFD"u8;

    /// <summary>A byte that is no UTF-8 becomes three, an escape never more than itself.</summary>
    public static int MaxLength(int length) => checked(length * 3);

    /// <summary>Copies text, replacing bytes that are no UTF-8.</summary>
    public static int CopyValid(ReadOnlySpan<byte> text, Span<byte> to)
    {
        if (Utf8.IsValid(text))
        {
            text.CopyTo(to);
            return text.Length;
        }

        var length = 0;
        while (!text.IsEmpty)
        {
            var status = Rune.DecodeFromUtf8(text, out _, out var used);
            var source = status == System.Buffers.OperationStatus.Done ? text[..used] : Replacement;
            source.CopyTo(to[length..]);
            length += source.Length;
            text = text[used..];
        }

        return length;
    }

    /// <summary>The text of a JSON string, given without its quotes. A half of a surrogate pair becomes U+FFFD.</summary>
    public static int Unescape(ReadOnlySpan<byte> json, Span<byte> to)
    {
        var length = 0;
        while (true)
        {
            var plain = json.IndexOf((byte)'\\');
            length += CopyValid(plain < 0 ? json : json[..plain], to[length..]);
            if (plain < 0 || plain + 1 >= json.Length)
                return length;
            json = json[plain..];
            length += UnescapeOne(ref json).EncodeToUtf8(to[length..]);
        }
    }

    /// <summary>
    /// An object or array without blanks between its tokens and with no escape in its strings that JSON does not require,
    /// so that a search of its text finds what its strings say.
    /// </summary>
    public static int Compact(ReadOnlySpan<byte> json, Span<byte> to)
    {
        var length = 0;
        while (!json.IsEmpty)
        {
            if (json[0] != '"')
            {
                if (json[0] is not ((byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n'))
                    to[length++] = json[0];
                json = json[1..];
                continue;
            }

            var end = EndOfString(json);
            to[length++] = (byte)'"';
            length += Reescape(json[1..(end - 1)], to[length..]);
            to[length++] = (byte)'"';
            json = json[end..];
        }

        return length;
    }

    /// <summary>A text as a JSON string with its quotes. At most six times as long, and two.</summary>
    public static int Quote(ReadOnlySpan<byte> text, Span<byte> to)
    {
        var length = 0;
        to[length++] = (byte)'"';
        foreach (var b in text)
            length += EscapeByte(b, to[length..]);
        to[length++] = (byte)'"';
        return length;
    }

    private static int Reescape(ReadOnlySpan<byte> inner, Span<byte> to)
    {
        var length = 0;
        while (true)
        {
            var plain = inner.IndexOf((byte)'\\');
            length += CopyValid(plain < 0 ? inner : inner[..plain], to[length..]);
            if (plain < 0)
                return length;
            inner = inner[plain..];
            var rune = UnescapeOne(ref inner);
            length += rune.Value < 0x80 ? EscapeByte((byte)rune.Value, to[length..]) : rune.EncodeToUtf8(to[length..]);
        }
    }

    private static int EscapeByte(byte b, Span<byte> to)
    {
        var letter = b switch
        {
            (byte)'"' => (byte)'"',
            (byte)'\\' => (byte)'\\',
            (byte)'\b' => (byte)'b',
            (byte)'\f' => (byte)'f',
            (byte)'\n' => (byte)'n',
            (byte)'\r' => (byte)'r',
            (byte)'\t' => (byte)'t',
            _ => (byte)0,
        };
        if (letter != 0)
        {
            to[0] = (byte)'\\';
            to[1] = letter;
            return 2;
        }

        if (b >= 0x20)
        {
            to[0] = b;
            return 1;
        }

        "\\u00"u8.CopyTo(to);
        to[4] = (byte)('0' + (b >> 4));
        to[5] = (byte)((b & 15) < 10 ? '0' + (b & 15) : 'a' + (b & 15) - 10);
        return 6;
    }

    private static Rune UnescapeOne(ref ReadOnlySpan<byte> json)
    {
        var letter = json.Length > 1 ? json[1] : (byte)'\\';
        if (letter != 'u')
        {
            json = json[Math.Min(2, json.Length)..];
            return new Rune(letter switch { (byte)'b' => '\b', (byte)'f' => '\f', (byte)'n' => '\n', (byte)'r' => '\r', (byte)'t' => '\t', _ => (char)letter });
        }

        var high = CodeUnit(json);
        json = json[Math.Min(6, json.Length)..];
        if (Rune.TryCreate(high, out var single))
            return single;
        if (json.Length >= 6 && json[0] == '\\' && json[1] == 'u' && Rune.TryCreate(high, CodeUnit(json), out var pair))
        {
            json = json[6..];
            return pair;
        }

        return Rune.ReplacementChar;
    }

    private static char CodeUnit(ReadOnlySpan<byte> escape) =>
        escape.Length >= 6 && Utf8Parser.TryParse(escape.Slice(2, 4), out ushort unit, out var used, 'x') && used == 4 ? (char)unit : '\uFFFD';

    /// <summary>The position after the closing quote of the string that the text begins with.</summary>
    private static int EndOfString(ReadOnlySpan<byte> json)
    {
        for (var i = 1; i < json.Length; i++)
        {
            if (json[i] == '\\')
                i++;
            else if (json[i] == '"')
                return i + 1;
        }

        return json.Length;
    }
}
