using System.Buffers;
using System.Numerics;
using System.Text;

namespace Drever.Engine.Native;

/// <summary>Bytes that grow, in an array of the pool.</summary>
internal sealed class PooledBuffer : IDisposable
{
    private byte[] _bytes = [];

    public int Length { get; private set; }

    public ReadOnlyMemory<byte> Written => _bytes.AsMemory(0, Length);

    /// <summary>Room for so many bytes more, which count as written.</summary>
    public Span<byte> Add(int count)
    {
        var wanted = (long)Length + count;
        if (wanted > _bytes.Length)
            Grow(wanted);
        var room = _bytes.AsSpan(Length, count);
        Length += count;
        return room;
    }

    /// <summary>A length in LEB128.</summary>
    public void AddLength(int value)
    {
        var room = Add(LengthBytes(value));
        var rest = (uint)value;
        for (var i = 0; i < room.Length - 1; i++, rest >>= 7)
            room[i] = (byte)(rest | 0x80);
        room[^1] = (byte)rest;
    }

    /// <summary>A string in UTF-8 behind its length.</summary>
    public void AddText(ReadOnlySpan<char> text)
    {
        if (text.Length > 0x7F / 3)
        {
            var bytes = Encoding.UTF8.GetByteCount(text);
            AddLength(bytes);
            Encoding.UTF8.GetBytes(text, Add(bytes));
            return;
        }

        // short enough that one byte holds the length, whatever the signs: one pass
        var start = Length;
        var room = Add(1 + 3 * text.Length);
        var written = Encoding.UTF8.GetBytes(text, room[1..]);
        room[0] = (byte)written;
        Length = start + 1 + written;
    }

    /// <summary>Takes back what was added last.</summary>
    public void ShrinkTo(int length) => Length = length;

    /// <summary>Closes the gaps of the removed values, all of one width.</summary>
    public void RemoveValues(ReadOnlySpan<bool> isRemoved, int width)
    {
        var end = 0;
        for (var row = 0; row < isRemoved.Length; row++)
        {
            if (!isRemoved[row])
                end = Move(row * width, width, end);
        }

        Length = end;
    }

    /// <summary>Closes the gaps of the removed values, each a length in LEB128 and so many bytes.</summary>
    public void RemoveTexts(ReadOnlySpan<bool> isRemoved)
    {
        var (start, end) = (0, 0);
        foreach (var removed in isRemoved)
        {
            var at = start;
            var text = 0;
            for (var shift = 0; ; shift += 7)
            {
                var b = _bytes[at++];
                text |= (b & 0x7F) << shift;
                if (b < 0x80)
                    break;
            }

            if (!removed)
                end = Move(start, at + text - start, end);
            start = at + text;
        }

        Length = end;
    }

    public void Dispose()
    {
        if (_bytes.Length > 0)
            ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = [];
        Length = 0;
    }

    private static int LengthBytes(int value) => (BitOperations.Log2((uint)value | 1) + 7) / 7;

    private int Move(int from, int count, int to)
    {
        if (from != to)
            _bytes.AsSpan(from, count).CopyTo(_bytes.AsSpan(to));
        return to + count;
    }

    private void Grow(long wanted)
    {
        var bigger = ArrayPool<byte>.Shared.Rent(checked((int)Math.Max(wanted, Math.Min(Array.MaxLength, Math.Max(256, _bytes.Length * 2L)))));
        Written.CopyTo(bigger);
        var length = Length;
        Dispose();
        _bytes = bigger;
        Length = length;
    }
}
