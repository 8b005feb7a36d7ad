using System.Buffers;

namespace Drever.Server;

/// <summary>The memory that all answers together may hold while they are made.</summary>
internal sealed class AnswerMemory(long maxBytes)
{
    public const int BlockSize = 64 * 1024;

    private long _held;

    /// <summary>Bytes held now.</summary>
    public long Held => Interlocked.Read(ref _held);

    /// <summary>A block of at least <paramref name="size"/> bytes; <paramref name="fits"/> is false when the limit is passed with it.</summary>
    public byte[] Rent(int size, out bool fits)
    {
        var block = ArrayPool<byte>.Shared.Rent(Math.Max(size, BlockSize));
        fits = Interlocked.Add(ref _held, block.Length) <= maxBytes;
        return block;
    }

    public void Return(byte[] block)
    {
        Interlocked.Add(ref _held, -block.Length);
        ArrayPool<byte>.Shared.Return(block);
    }
}
