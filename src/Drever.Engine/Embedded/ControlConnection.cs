using System.Buffers.Binary;
using Drever.Sql;

namespace Drever.Engine.Embedded;

/// <summary>A connection beside those that run queries: it stops a query by its tag and reads what a running one has used.</summary>
internal sealed class ControlConnection(Connection connection) : IDisposable
{
    private readonly Lock _use = new();

    /// <summary>Asks the engine to stop the query with this tag; comes back at once. (KILL ... SYNC was seen to hang.)</summary>
    public void Kill(string tag)
    {
        lock (_use)
            connection.Execute($"KILL QUERY WHERE Settings['log_comment'] = {SqlText.Literal(tag)} ASYNC");
    }

    /// <summary>Null when no query with this tag is running.</summary>
    public ProcessFigures? Sample(string tag)
    {
        const string Columns = "read_rows, read_bytes, peak_memory_usage, ProfileEvents['UserTimeMicroseconds'], ProfileEvents['SystemTimeMicroseconds']";
        lock (_use)
        {
            using var answer = connection.Query($"SELECT {Columns} FROM system.processes WHERE Settings['log_comment'] = {SqlText.Literal(tag)} LIMIT 1", "RowBinary"u8);
            var row = answer.Bytes;
            return row.Length < 40
                ? null
                : new ProcessFigures(At(row, 0), At(row, 1), At(row, 2), TimeSpan.FromMicroseconds(At(row, 3)), TimeSpan.FromMicroseconds(At(row, 4)));
        }
    }

    public void Dispose()
    {
        lock (_use)
            connection.Dispose();
    }

    private static long At(ReadOnlySpan<byte> row, int column) => BinaryPrimitives.ReadInt64LittleEndian(row[(8 * column)..]);
}

/// <summary>What <c>system.processes</c> says of a running query; every figure only grows.</summary>
internal sealed record ProcessFigures(long RowsRead, long BytesRead, long PeakMemoryBytes, TimeSpan UserCpu, TimeSpan SystemCpu);
