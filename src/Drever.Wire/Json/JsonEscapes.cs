using System.Buffers;
using System.Text;

namespace Drever.Wire;

/// <summary>Which characters of a JSON string are escaped, and as what.</summary>
internal static class JsonEscapes
{
    // 0xC2 and 0xE2 start the three separators U+0085, U+2028 and U+2029 (and much else)
    private static readonly SearchValues<byte> Candidates = SearchValues.Create(
        [.. Enumerable.Range(0, 0x20).Select(i => (byte)i), (byte)'"', (byte)'\\', 0xC2, 0xE2]);

    private static readonly byte[][] Controls = [.. Enumerable.Range(0, 0x20).Select(Control)];

    public static int IndexOfCandidate(ReadOnlySpan<byte> utf8) => utf8.IndexOfAny(Candidates);

    /// <summary>How many bytes the escape of the first character stands for; 0 when it needs none.</summary>
    public static int At(ReadOnlySpan<byte> utf8, out ReadOnlySpan<byte> escape)
    {
        escape = default;
        switch (utf8[0])
        {
            case (byte)'"':
                escape = "\\\""u8;
                return 1;
            case (byte)'\\':
                escape = "\\\\"u8;
                return 1;
            case < 0x20:
                escape = Controls[utf8[0]];
                return 1;
            case 0xC2 when utf8.Length > 1 && utf8[1] == 0x85:
                escape = "\\u0085"u8;
                return 2;
            case 0xE2 when utf8.Length > 2 && utf8[1] == 0x80 && utf8[2] is 0xA8 or 0xA9:
                escape = utf8[2] == 0xA8 ? "\\u2028"u8 : "\\u2029"u8;
                return 3;
            default:
                return 0;
        }
    }

    private static byte[] Control(int code) => code switch
    {
        '\b' => "\\b"u8.ToArray(),
        '\t' => "\\t"u8.ToArray(),
        '\n' => "\\n"u8.ToArray(),
        '\f' => "\\f"u8.ToArray(),
        '\r' => "\\r"u8.ToArray(),
        _ => Encoding.ASCII.GetBytes($"\\u{code:x4}"),
    };
}
