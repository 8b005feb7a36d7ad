using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;

namespace Drever.Engine.Embedded;

/// <summary>One connection of libchdb. All calls block; one call at a time.</summary>
internal sealed unsafe class Connection : SafeHandle
{
    private Connection(nint* connection) : base(0, ownsHandle: true) => SetHandle((nint)connection);

    public override bool IsInvalid => handle == 0;

    private nint Inner => *(nint*)handle;

    /// <summary>Null when the library refuses; its reason goes to stderr.</summary>
    public static Connection? TryOpen(string path)
    {
        var program = "clickhouse\0"u8;
        var pathArgument = Encoding.UTF8.GetBytes($"--path={path}\0");
        fixed (byte* first = program, second = pathArgument)
        {
            var arguments = stackalloc byte*[] { first, second };
            var connection = new Connection(NativeMethods.Connect(2, arguments));
            if (!connection.IsInvalid && connection.Inner != 0)
                return connection;
            connection.Dispose();
            return null;
        }
    }

    /// <summary>Runs a statement to its end and throws away what it answers.</summary>
    public void Execute(string statement)
    {
        using var result = Query(statement, "Null"u8);
    }

    /// <summary>Runs a statement to its end; throws its error.</summary>
    public ResultHandle Query(string statement, ReadOnlySpan<byte> format)
    {
        using var text = new Utf8Text(statement);
        fixed (byte* query = text.Bytes, formatName = format)
            return Checked(NativeMethods.Query(Inner, query, (nuint)text.Bytes.Length, formatName, (nuint)format.Length));
    }

    /// <summary>Starts a query; its chunks come from <see cref="Fetch"/>.</summary>
    public ResultHandle Stream(string statement, ReadOnlySpan<byte> format)
    {
        using var text = new Utf8Text(statement);
        fixed (byte* query = text.Bytes, formatName = format)
            return Checked(NativeMethods.StreamQuery(Inner, query, (nuint)text.Bytes.Length, formatName, (nuint)format.Length));
    }

    /// <summary>The next chunk: a whole document of the format, with its header; no bytes at the end.</summary>
    public ResultHandle Fetch(ResultHandle stream) => Checked(NativeMethods.StreamFetch(Inner, stream.Pointer));

    /// <summary>Ends a stream that no fetch is waiting for.</summary>
    public void Cancel(ResultHandle stream) => NativeMethods.StreamCancel(Inner, stream.Pointer);

    /// <summary>Inserts one body; nothing of it is in the table when this throws.</summary>
    public void Insert(string statement, ReadOnlySpan<byte> format, ReadOnlySequence<byte> body, CancellationToken cancellationToken)
    {
        using var text = new Utf8Text(statement);
        nint insert;
        fixed (byte* query = text.Bytes, formatName = format)
            insert = NativeMethods.StreamInsert(Inner, query, (nuint)text.Bytes.Length, formatName, (nuint)format.Length);
        try
        {
            ThrowIfInsertFailed(insert);
            foreach (var segment in body)
            {
                cancellationToken.ThrowIfCancellationRequested();
                int status;
                fixed (byte* data = segment.Span)
                    status = NativeMethods.StreamAppend(insert, data, (nuint)segment.Length);
                if (status != 0)
                    ThrowIfInsertFailed(insert);
            }

            using var done = Checked(NativeMethods.StreamDone(insert));
            ThrowIfInsertFailed(insert);
        }
        finally
        {
            NativeMethods.DestroyInsert(insert); // cancels what was not done
        }
    }

    protected override bool ReleaseHandle()
    {
        NativeMethods.CloseConnection((nint*)handle);
        return true;
    }

    private static ResultHandle Checked(nint pointer)
    {
        var result = new ResultHandle(pointer);
        if (result.Error is not { } text)
            return result;
        result.Dispose();
        throw new EngineException(ErrorText.Parse(text));
    }

    private static void ThrowIfInsertFailed(nint insert)
    {
        if (Marshal.PtrToStringUTF8((nint)NativeMethods.StreamInsertError(insert)) is { Length: > 0 } text)
            throw new EngineException(ErrorText.Parse(text));
    }
}
