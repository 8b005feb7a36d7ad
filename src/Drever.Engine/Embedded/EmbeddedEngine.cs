using System.Buffers;
using System.Collections.Concurrent;
using Drever.Engine.Results;
using Drever.Sql;

namespace Drever.Engine.Embedded;

/// <summary>ClickHouse as a library in this process (libchdb), on one data directory that this process owns.</summary>
public sealed class EmbeddedEngine : IHuntingEngine
{
    private static readonly EngineSetting[] WriteSettings =
    [
        new("async_insert", "0"), // the caller has batched; the task ends when the rows are stored
        new("max_partitions_per_insert_block", "0"), // a batch of old events may touch every month there is
        new("max_insert_block_size", "1073741824"), // one block in, one block stored
        new("min_insert_block_size_rows", "0"),
        new("min_insert_block_size_bytes", "0"),
        new("input_format_skip_unknown_fields", "0"), // a column the table lacks is a mistake, not nothing
        new("session_timezone", "UTC"),
        new("allow_suspicious_low_cardinality_types", "1"),
    ];

    private static readonly TimeSpan CloseAtExit = TimeSpan.FromSeconds(10);

    private readonly EngineRuntime _runtime;
    private readonly DirectoryLock _lock;
    private readonly EmbeddedEngineOptions _options;
    private readonly SemaphoreSlim _querySlots;
    private readonly SemaphoreSlim _writeSlots;
    private readonly ConcurrentDictionary<EmbeddedStream, bool> _running = new();
    private int _closed;

    private EmbeddedEngine(EngineRuntime runtime, DirectoryLock directoryLock, EmbeddedEngineOptions options)
    {
        (_runtime, _lock, _options) = (runtime, directoryLock, options);
        _querySlots = new SemaphoreSlim(options.MaxConcurrentQueries);
        _writeSlots = new SemaphoreSlim(options.MaxConcurrentWrites);
        AppDomain.CurrentDomain.ProcessExit += OnProcessExit;
    }

    /// <summary>Opens a data directory, which is made where it is missing. The engine's files go into its folder "engine".</summary>
    /// <exception cref="EngineException">Another process owns the directory, it can't be written, or the library is missing.</exception>
    public static async Task<EmbeddedEngine> OpenAsync(string dataDirectory, EmbeddedEngineOptions options, TimeProvider time, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        EngineLibrary.Ensure();
        var directory = Path.GetFullPath(dataDirectory);
        var path = Path.Combine(directory, "engine");
        Create(path);

        var directoryLock = DirectoryLock.Take(directory, time);
        var controlThread = new NativeThreads(1, "engine control");
        try
        {
            var control = await controlThread.Run(() => Connection.TryOpen(path)) ?? throw EngineRuntime.Refused(path);
            var threads = new NativeThreads(options.MaxConcurrentQueries + options.MaxConcurrentWrites, "engine");
            return new EmbeddedEngine(new EngineRuntime(path, threads, controlThread, new ControlConnection(control), time), directoryLock, options);
        }
        catch
        {
            controlThread.Dispose();
            directoryLock.Dispose();
            throw;
        }
    }

    public async Task<IHuntingResult> QueryAsync(EngineQuery query, CancellationToken cancellationToken)
    {
        HuntGuard.Check(query.Sql);
        await _querySlots.WaitAsync(cancellationToken);
        EmbeddedStream stream;
        try
        {
            ThrowIfClosed();
            stream = new EmbeddedStream(_runtime, query, Released);
        }
        catch
        {
            _querySlots.Release();
            throw;
        }

        _running.TryAdd(stream, true);
        return await RowBinaryResult.OpenAsync(stream, query.Limits, cancellationToken);
    }

    public Task ExecuteAsync(string statement, CancellationToken cancellationToken) => WriteAsync(
        (connection, tag) =>
        {
            connection.Execute(SettingText.Set([.. WriteSettings, new("log_comment", tag)])!);
            connection.Execute(statement);
        },
        cancellationToken);

    public Task InsertAsync(string database, string table, ReadOnlySequence<byte> nativeBlock, string? deduplicationToken, CancellationToken cancellationToken) => WriteAsync(
        (connection, tag) =>
        {
            connection.Execute(SettingText.Set([.. WriteSettings, new("log_comment", tag), new("insert_deduplication_token", deduplicationToken ?? "")])!);
            connection.Insert($"INSERT INTO {SqlText.Identifier(database)}.{SqlText.Identifier(table)}", "Native"u8, nativeBlock, cancellationToken);
        },
        cancellationToken);

    /// <summary>Stops the hunts that run, waits for the writes, closes the engine, gives the directory back.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _closed, 1) != 0)
            return;
        AppDomain.CurrentDomain.ProcessExit -= OnProcessExit;
        foreach (var stream in _running.Keys)
            await stream.DisposeAsync();
        for (var i = 0; i < _options.MaxConcurrentQueries; i++)
            await _querySlots.WaitAsync();
        for (var i = 0; i < _options.MaxConcurrentWrites; i++)
            await _writeSlots.WaitAsync();

        await _runtime.ControlThread.Run(_runtime.Control.Dispose); // the last connection: the library writes out and shuts down
        _runtime.Threads.Dispose();
        _runtime.ControlThread.Dispose();
        _lock.Dispose();
    }

    /// <summary>A process that leaves while the library merges, without closing it, was seen to crash; so an owner that forgot is helped.</summary>
    private void OnProcessExit(object? sender, EventArgs e) => DisposeAsync().AsTask().Wait(CloseAtExit);

    private async Task WriteAsync(Action<Connection, string> write, CancellationToken cancellationToken)
    {
        await _writeSlots.WaitAsync(cancellationToken);
        try
        {
            ThrowIfClosed();
            var tag = _runtime.NewTag();
            var calls = new StoppableCalls(_runtime.Threads, _runtime.ControlThread, _runtime.Control, _runtime.Time, tag);
            var call = calls.Start(() =>
            {
                using var connection = _runtime.Connect();
                write(connection, tag);
                return true;
            });
            await calls.WaitAsync(call, cancellationToken);
        }
        finally
        {
            _writeSlots.Release();
        }
    }

    private void Released(EmbeddedStream stream)
    {
        _running.TryRemove(stream, out _);
        _querySlots.Release();
    }

    private void ThrowIfClosed()
    {
        if (Volatile.Read(ref _closed) != 0)
            throw new EngineException(EngineErrorKind.Unavailable, "The engine is closed.");
    }

    private static void Create(string path)
    {
        try
        {
            Directory.CreateDirectory(path);
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            throw new EngineException(EngineErrorKind.Unavailable, $"The data directory {path} can't be made: {failed.Message}", failed);
        }
    }
}
