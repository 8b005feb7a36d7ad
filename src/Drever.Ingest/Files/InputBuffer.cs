using System.Buffers;

namespace Drever.Ingest.Files;

/// <summary>A window over a stream that keeps what is not yet used and grows to a limit.</summary>
internal sealed class InputBuffer(Stream stream, int limit) : IDisposable
{
    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(1 << 20);
    private int _start;
    private int _end;

    /// <summary>What was read and not used.</summary>
    public ReadOnlySpan<byte> Unused => _bytes.AsSpan(_start, _end - _start);

    /// <summary>Nothing comes after <see cref="Unused"/>.</summary>
    public bool IsFinal { get; private set; }

    /// <summary>Newlines in what was used, plus one.</summary>
    public long Line { get; private set; } = 1;

    /// <summary>The window is as large as it may become.</summary>
    public bool IsFull => _end - _start >= limit;

    public void Use(int count)
    {
        Line += _bytes.AsSpan(_start, count).Count((byte)'\n');
        _start += count;
    }

    /// <summary>Reads more behind what is there.</summary>
    public async ValueTask FillAsync(CancellationToken cancellationToken)
    {
        if (_start > 0)
        {
            Unused.CopyTo(_bytes);
            (_start, _end) = (0, _end - _start);
        }

        if (_end == _bytes.Length)
            Grow();
        var room = _bytes.AsMemory(_end);
        var read = await stream.ReadAtLeastAsync(room, room.Length, throwOnEndOfStream: false, cancellationToken);
        _end += read;
        IsFinal = read < room.Length;
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = [];
        (_start, _end) = (0, 0);
    }

    private void Grow()
    {
        var bigger = ArrayPool<byte>.Shared.Rent(_bytes.Length * 2);
        _bytes.AsSpan(0, _end).CopyTo(bigger);
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = bigger;
    }
}
