using System.Buffers;
using System.Text;

namespace Drever.Engine.Embedded;

/// <summary>A string's UTF-8 bytes in a pooled buffer.</summary>
internal readonly struct Utf8Text : IDisposable
{
    private readonly byte[] _buffer;
    private readonly int _length;

    public Utf8Text(string text)
    {
        _buffer = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(text.Length));
        _length = Encoding.UTF8.GetBytes(text, _buffer);
    }

    public ReadOnlySpan<byte> Bytes => _buffer.AsSpan(0, _length);

    public void Dispose() => ArrayPool<byte>.Shared.Return(_buffer);
}
