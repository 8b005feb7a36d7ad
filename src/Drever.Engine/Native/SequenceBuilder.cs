using System.Buffers;

namespace Drever.Engine.Native;

/// <summary>Strings pieces of memory together without copying them.</summary>
internal sealed class SequenceBuilder
{
    private Segment? _first;
    private Segment? _last;

    public void Add(ReadOnlyMemory<byte> piece)
    {
        if (piece.IsEmpty)
            return;
        _last = new Segment(piece, _last);
        _first ??= _last;
    }

    public ReadOnlySequence<byte> Build() =>
        _first is null ? ReadOnlySequence<byte>.Empty : new(_first, 0, _last!, _last!.Memory.Length);

    private sealed class Segment : ReadOnlySequenceSegment<byte>
    {
        public Segment(ReadOnlyMemory<byte> piece, Segment? previous)
        {
            Memory = piece;
            if (previous is null)
                return;
            RunningIndex = previous.RunningIndex + previous.Memory.Length;
            previous.Next = this;
        }
    }
}
