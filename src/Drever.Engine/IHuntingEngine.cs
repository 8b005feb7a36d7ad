using System.Buffers;

namespace Drever.Engine;

/// <summary>
/// Where hunts run and rows are kept. Callers cannot see whether it is embedded or a cluster.
/// Every failure is an <see cref="EngineException"/>; a cancelled token ends as <see cref="OperationCanceledException"/>.
/// </summary>
public interface IHuntingEngine : IAsyncDisposable
{
    /// <summary>
    /// Runs one hunt on a closed-down connection that is used once: limits and settings first, then the temporary tables,
    /// then read-only, then the query. Waits while as many hunts run as the engine allows.
    /// The task ends when the first rows are there, so that a query's mistakes are thrown here and not while reading.
    /// </summary>
    Task<IHuntingResult> QueryAsync(EngineQuery query, CancellationToken cancellationToken);

    /// <summary>Runs one trusted statement of our own: DDL, OPTIMIZE and the like. Never anything a caller wrote.</summary>
    Task ExecuteAsync(string statement, CancellationToken cancellationToken);

    /// <summary>
    /// Inserts one block in ClickHouse's Native format (<see cref="Native.NativeBlockWriter"/> makes it). Columns are matched by name and converted
    /// to the table's types; columns the block lacks get their defaults. When the task ends the rows are in the table's files.
    /// The block goes in whole or not at all for each partition it touches.
    /// </summary>
    /// <param name="deduplicationToken">A second insert with the same token adds nothing, on tables that keep a deduplication window.</param>
    Task InsertAsync(string database, string table, ReadOnlySequence<byte> nativeBlock, string? deduplicationToken, CancellationToken cancellationToken);
}
