using System.Buffers;
using System.Runtime.InteropServices;

namespace Drever.Engine.Embedded;

/// <summary>Owns one <c>chdb_result</c>: an answer, a chunk of a stream, or the stream itself.</summary>
internal sealed unsafe class ResultHandle : SafeHandle
{
    public ResultHandle(nint result) : base(0, ownsHandle: true) => SetHandle(result);

    public override bool IsInvalid => handle == 0;

    public nint Pointer => handle;

    /// <summary>The error's text, or null.</summary>
    public string? Error => IsInvalid ? null : Marshal.PtrToStringUTF8((nint)NativeMethods.ResultError(handle));

    public long StorageRowsRead => IsInvalid ? 0 : (long)NativeMethods.ResultStorageRowsRead(handle);

    public long StorageBytesRead => IsInvalid ? 0 : (long)NativeMethods.ResultStorageBytesRead(handle);

    public ReadOnlySpan<byte> Bytes => IsInvalid ? default : new(NativeMethods.ResultBuffer(handle), Length);

    private int Length => checked((int)NativeMethods.ResultLength(handle));

    /// <summary>The answer's bytes as memory; valid as long as the handle is open.</summary>
    public ReadOnlyMemory<byte> Memory => new NativeMemory(this).Memory;

    public void ThrowIfError()
    {
        if (Error is { } text)
            throw new EngineException(ErrorText.Parse(text));
    }

    protected override bool ReleaseHandle()
    {
        NativeMethods.DestroyResult(handle);
        return true;
    }

    private sealed class NativeMemory(ResultHandle owner) : MemoryManager<byte>
    {
        // kept, because a reader asks for the span once a cell
        private readonly byte* _start = NativeMethods.ResultBuffer(owner.handle);
        private readonly int _length = owner.Length;

        public override Span<byte> GetSpan() => owner.IsClosed ? default : new(_start, _length);

        public override MemoryHandle Pin(int elementIndex = 0) => new(_start + elementIndex);

        public override void Unpin()
        {
        }

        protected override void Dispose(bool disposing)
        {
        }
    }
}
