using System.Buffers;

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
        var rest = (uint)value;
        for (; rest >= 0x80; rest >>= 7)
            Add(1)[0] = (byte)(rest | 0x80);
        Add(1)[0] = (byte)rest;
    }

    /// <summary>Takes back what was added last.</summary>
    public void ShrinkTo(int length) => Length = length;

    public void Dispose()
    {
        if (_bytes.Length > 0)
            ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = [];
        Length = 0;
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
