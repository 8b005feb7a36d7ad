using System.Buffers;
using System.Text;

namespace Drever.Wire;

/// <summary>Makes any bytes valid UTF-8: what can't be read becomes U+FFFD.</summary>
internal static class Utf8Repair
{
    public static PooledText Repair(ReadOnlySpan<byte> bytes)
    {
        // every bad byte can become the three bytes of U+FFFD
        var text = new PooledText(bytes.Length * 3);
        while (!bytes.IsEmpty)
        {
            Rune.DecodeFromUtf8(bytes, out var rune, out var consumed);
            text.Append(rune);
            bytes = bytes[consumed..];
        }
        return text;
    }
}

/// <summary>UTF-8 text in a pooled array that goes back on <see cref="Dispose"/>.</summary>
internal ref struct PooledText(int capacity)
{
    private readonly byte[] _bytes = ArrayPool<byte>.Shared.Rent(capacity);
    private int _length;

    public readonly ReadOnlySpan<byte> Bytes => _bytes.AsSpan(0, _length);

    public void Append(byte value) => _bytes[_length++] = value;

    public void Append(Rune rune) => _length += rune.EncodeToUtf8(_bytes.AsSpan(_length));

    public readonly void Dispose() => ArrayPool<byte>.Shared.Return(_bytes);
}
