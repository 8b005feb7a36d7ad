using System.Buffers;

namespace Drever.Engine.Results;

/// <summary>Holds the part of a row that one chunk ended with, and puts the next chunk behind it.</summary>
internal sealed class CarryBuffer : IDisposable
{
    private byte[] _bytes = [];
    private int _length;

    /// <summary>Keeps a copy of these bytes, which may lie in this very buffer.</summary>
    public void Keep(ReadOnlySpan<byte> rest)
    {
        Grow(rest.Length, keep: 0, out var old);
        rest.CopyTo(_bytes);
        _length = rest.Length;
        Return(old);
    }

    /// <summary>What was kept, followed by the chunk.</summary>
    public ReadOnlyMemory<byte> Append(ReadOnlySpan<byte> chunk)
    {
        if ((long)_length + chunk.Length > Array.MaxLength)
            throw new EngineException(EngineErrorKind.ResultTooLarge, "A row of the result is longer than 2 GB.");
        Grow(_length + chunk.Length, keep: _length, out var old);
        Return(old);
        chunk.CopyTo(_bytes.AsSpan(_length));
        _length += chunk.Length;
        return _bytes.AsMemory(0, _length);
    }

    public void Dispose()
    {
        Return(_bytes);
        _bytes = [];
        _length = 0;
    }

    private void Grow(int wanted, int keep, out byte[] old)
    {
        old = [];
        if (_bytes.Length >= wanted)
            return;
        old = _bytes;
        _bytes = ArrayPool<byte>.Shared.Rent((int)Math.Min(Array.MaxLength, Math.Max(wanted, old.Length * 2L)));
        old.AsSpan(0, keep).CopyTo(_bytes);
    }

    private static void Return(byte[] bytes)
    {
        if (bytes.Length > 0)
            ArrayPool<byte>.Shared.Return(bytes);
    }
}
