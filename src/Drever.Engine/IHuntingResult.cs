using Drever.Engine.Results;

namespace Drever.Engine;

/// <summary>
/// The rows of one hunt, streamed: a reader that stands on one row at a time. Not for use by two threads at once.
/// A getter reads the current row's cell by position; asking a null cell for a value gives that type's zero.
/// A getter that does not fit the column's type throws <see cref="InvalidCastException"/>: that is a mistake of the calling code.
/// Disposing before the last row stops the query in the engine.
/// </summary>
public interface IHuntingResult : IAsyncDisposable
{
    IReadOnlyList<ResultColumn> Columns { get; }

    /// <summary>Moves to the next row; false after the last one.</summary>
    ValueTask<bool> ReadAsync(CancellationToken cancellationToken);

    /// <summary>The cell of the current row; valid until the next <see cref="ReadAsync"/>.</summary>
    Cell GetCell(int ordinal);

    bool IsNull(int ordinal) => GetCell(ordinal).IsNull;

    bool GetBoolean(int ordinal) => GetCell(ordinal).GetBoolean();

    int GetInt32(int ordinal) => checked((int)GetCell(ordinal).GetInt64());

    /// <summary>Any integer type that fits 64 bits.</summary>
    long GetInt64(int ordinal) => GetCell(ordinal).GetInt64();

    /// <summary>Any number type.</summary>
    double GetDouble(int ordinal) => GetCell(ordinal).GetDouble();

    /// <summary>A Date, DateTime or DateTime64 in 100 ns ticks since 0001-01-01, UTC.</summary>
    long GetDateTimeTicks(int ordinal) => GetCell(ordinal).GetDateTimeTicks();

    Guid GetGuid(int ordinal) => GetCell(ordinal).GetGuid();

    /// <summary>The bytes of a String, as stored: KQL text is UTF-8, but nothing guarantees that a log was.</summary>
    ReadOnlySpan<byte> GetUtf8(int ordinal) => GetCell(ordinal).GetUtf8();

    /// <summary>The cell as invariant text, whatever its type (arrays as JSON); null for null.</summary>
    string? GetText(int ordinal) => GetCell(ordinal).ToText();

    /// <summary>What the hunt has used; complete once <see cref="ReadAsync"/> gave false.</summary>
    ResourceUsage Usage { get; }

    /// <summary>True once the row limit has cut the result.</summary>
    bool Truncated { get; }
}

/// <summary>A column of a result.</summary>
public sealed record ResultColumn(string Name, ColumnType Type);

/// <summary>What a hunt used.</summary>
/// <param name="RowsRead">Rows read from storage.</param>
/// <param name="BytesRead">Uncompressed bytes read from storage.</param>
/// <param name="UserCpu">CPU time in user mode over all threads of the query, as far as the engine's last report of it reaches.</param>
/// <param name="SystemCpu">CPU time in the kernel, likewise.</param>
/// <param name="PeakMemoryBytes">Most memory the query held at once, likewise.</param>
/// <param name="Elapsed">From the start of the query to its last row (or to now).</param>
public readonly record struct ResourceUsage(long RowsRead, long BytesRead, TimeSpan UserCpu, TimeSpan SystemCpu, long PeakMemoryBytes, TimeSpan Elapsed);
