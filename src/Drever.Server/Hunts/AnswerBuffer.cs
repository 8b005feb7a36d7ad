using System.Buffers;

namespace Drever.Server;

/// <summary>An answer's rows in pooled blocks, until it is known that it can be sent whole.</summary>
internal sealed class AnswerBuffer(AnswerMemory memory) : IBufferWriter<byte>, IDisposable
{
    private readonly List<(byte[] Block, int Length)> _full = [];
    private byte[] _block = [];
    private int _used;

    /// <summary>Bytes written.</summary>
    public long Length { get; private set; }

    /// <summary>All answers together have come to hold too much.</summary>
    public bool OverMemory { get; private set; }

    public void Advance(int count)
    {
        _used += count;
        Length += count;
    }

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        if (_block.Length - _used < Math.Max(sizeHint, 1))
            NewBlock(sizeHint);
        return _block.AsMemory(_used);
    }

    public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    /// <summary>Writes all blocks, giving each back as soon as it is written.</summary>
    public async Task SendAsync(Stream target, CancellationToken cancellationToken)
    {
        CloseBlock();
        for (var i = 0; i < _full.Count; i++)
        {
            var (block, length) = _full[i];
            await target.WriteAsync(block.AsMemory(0, length), cancellationToken);
            memory.Return(block);
            _full[i] = ([], 0);
        }
    }

    public void Dispose()
    {
        CloseBlock();
        foreach (var (block, _) in _full)
        {
            if (block.Length > 0)
                memory.Return(block);
        }
        _full.Clear();
    }

    private void NewBlock(int size)
    {
        CloseBlock();
        _block = memory.Rent(size, out var fits);
        OverMemory |= !fits;
    }

    private void CloseBlock()
    {
        if (_block.Length > 0)
            _full.Add((_block, _used));
        (_block, _used) = ([], 0);
    }
}
