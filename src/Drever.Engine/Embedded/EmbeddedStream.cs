using Drever.Engine.Results;
using Drever.Sql;

namespace Drever.Engine.Embedded;

/// <summary>
/// A hunt in libchdb: its connection, its stream, and the chunk after the one being read, which is fetched ahead.
/// Everything native happens on the engine's threads; at the end of the rows, or on disposal, all of it is given back.
/// </summary>
internal sealed class EmbeddedStream : IChunkSource
{
    /// <summary>Beyond the engine's own time limit, before the query is stopped from outside.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);

    private readonly NativeThreads _threads;
    private readonly StoppableCalls _calls;
    private readonly UsageMeter _meter;
    private readonly ITimer? _watchdog;
    private readonly Action<EmbeddedStream> _released;
    private Connection? _connection;
    private ResultHandle? _stream;
    private ResultHandle? _current;
    private Task<ResultHandle> _next;
    private int _disposed;

    public EmbeddedStream(EngineRuntime runtime, EngineQuery query, Action<EmbeddedStream> released)
    {
        var tag = runtime.NewTag();
        _released = released;
        _threads = runtime.Threads;
        _calls = new StoppableCalls(runtime.Threads, runtime.ControlThread, runtime.Control, runtime.Time, tag);
        _meter = new UsageMeter(runtime.ControlThread, runtime.Control, runtime.Time, tag, query.MeasureUsage);
        if (query.Limits.MaxTime is { } limit)
            _watchdog = runtime.Time.CreateTimer(static calls => ((StoppableCalls)calls!).Stop(StopReason.TimedOut), _calls, limit + Grace, Timeout.InfiniteTimeSpan);
        _next = _calls.Start(() => Begin(runtime, query, tag));
    }

    public ResourceUsage Usage => _meter.Usage;

    public async ValueTask<ReadOnlyMemory<byte>> NextAsync(CancellationToken cancellationToken)
    {
        var first = _current is null;
        var chunk = await _calls.WaitAsync(_next, cancellationToken);
        _current?.Dispose();
        _current = chunk;
        if (chunk.Bytes.IsEmpty)
            return default;
        _next = _calls.Start(FetchNext);
        var bytes = chunk.Memory;
        if (first)
            return bytes;
        // every chunk of the library begins with the header again
        RowBinaryHeader.TryMeasure(bytes.Span, out var header);
        return bytes[header..];
    }

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0)
            return;
        _calls.Stop(StopReason.Abandoned);
        await _calls.IdleAsync();
        if (_next.IsCompletedSuccessfully && !ReferenceEquals(_next.Result, _current))
            _next.Result.Dispose();
        _current?.Dispose();
        if (_connection is not null)
            await _threads.Run(Close);
        if (_watchdog is not null)
            await _watchdog.DisposeAsync();
        _meter.Ended();
        await _meter.DisposeAsync();
        _released(this);
    }

    private ResultHandle Begin(EngineRuntime runtime, EngineQuery query, string tag)
    {
        _connection = runtime.Connect();
        _connection.Execute($"USE {SqlText.Identifier(query.Database)}");
        var settings = SettingText.Set(HuntSettings.Of(query, tag))!;
        _connection.Execute(settings);
        foreach (var table in query.TemporaryTables)
        {
            _connection.Execute($"CREATE TEMPORARY TABLE {SqlText.Identifier(table.Name)} ({table.ColumnDefinitions}) ENGINE = Memory");
            _connection.Insert($"INSERT INTO {SqlText.Identifier(table.Name)}", "Native"u8, table.NativeBlock, CancellationToken.None);
        }

        _connection.Execute("SET readonly = 1"); // last: from here on this connection can only read, and that can't be undone
        _stream = _connection.Stream(query.Sql, "RowBinaryWithNamesAndTypes"u8);
        var chunk = Fetch();
        _meter.StopTimer();
        return chunk;
    }

    private ResultHandle FetchNext()
    {
        _meter.Read();
        return Fetch();
    }

    private ResultHandle Fetch()
    {
        var chunk = _connection!.Fetch(_stream!);
        _meter.Add(chunk);
        if (chunk.Bytes.IsEmpty)
        {
            _meter.Ended();
            Close(); // a slow reader of the last chunk holds nothing in the engine
        }

        return chunk;
    }

    private void Close()
    {
        if (_stream is { IsClosed: false } && _connection is { IsClosed: false })
            _connection.Cancel(_stream);
        _stream?.Dispose();
        _connection?.Dispose();
    }
}
