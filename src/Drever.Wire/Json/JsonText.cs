using System.Buffers.Text;
using System.Text;

namespace Drever.Wire;

/// <summary>Reads the raw inside of JSON string literals that the JSON reader has accepted.</summary>
internal static class JsonText
{
    /// <summary>Resolves the escapes. Lone surrogates become U+FFFD.</summary>
    public static PooledText Unescape(ReadOnlySpan<byte> raw)
    {
        // an escape is never shorter than what it stands for
        var text = new PooledText(raw.Length);
        for (var i = 0; i < raw.Length;)
        {
            if (raw[i] != (byte)'\\')
            {
                text.Append(raw[i++]);
            }
            else if (raw[i + 1] != (byte)'u')
            {
                text.Append(Short(raw[i + 1]));
                i += 2;
            }
            else
            {
                text.Append(CodePoint(raw[i..], out var consumed));
                i += consumed;
            }
        }
        return text;
    }

    private static byte Short(byte kind) => kind switch
    {
        (byte)'b' => (byte)'\b',
        (byte)'f' => (byte)'\f',
        (byte)'n' => (byte)'\n',
        (byte)'r' => (byte)'\r',
        (byte)'t' => (byte)'\t',
        _ => kind,
    };

    private static Rune CodePoint(ReadOnlySpan<byte> escape, out int consumed)
    {
        var first = Unit(escape);
        consumed = 6;
        if (Rune.TryCreate(first, out var rune))
            return rune;
        if (escape.Length < 12 || escape[6] != (byte)'\\' || escape[7] != (byte)'u' || !Rune.TryCreate(first, Unit(escape[6..]), out rune))
            return Rune.ReplacementChar;
        consumed = 12;
        return rune;
    }

    private static char Unit(ReadOnlySpan<byte> escape)
    {
        // four hex digits always parse: the JSON reader has checked them
        _ = Utf8Parser.TryParse(escape.Slice(2, 4), out ushort unit, out _, 'x');
        return (char)unit;
    }
}
