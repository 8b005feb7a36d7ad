namespace Drever.Engine.Embedded;

/// <summary>
/// Gathers what a query uses. The engine forgets a query's figures the moment it ends, so they are read while it still runs:
/// after every chunk (when all but the last has been fetched, that is all of it), and while the first chunk is awaited, at
/// 20, 50, 95 ms and so on. A query that ends without a single row is therefore known as of its last such reading.
/// </summary>
internal sealed class UsageMeter : IAsyncDisposable
{
    private static readonly TimeSpan FirstReading = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(250);

    private readonly NativeThreads _controlThread;
    private readonly ControlConnection _control;
    private readonly TimeProvider _time;
    private readonly string _tag;
    private readonly long _started;
    private readonly Lock _gate = new();
    private readonly ITimer? _timer;
    private TimeSpan _pause = FirstReading;
    private TimeSpan? _elapsed;
    private ProcessFigures _figures = new(0, 0, 0, TimeSpan.Zero, TimeSpan.Zero);
    private long _rowsReported;
    private long _bytesReported;
    private bool _stopped;

    public UsageMeter(NativeThreads controlThread, ControlConnection control, TimeProvider time, string tag, bool enabled)
    {
        (_controlThread, _control, _time, _tag) = (controlThread, control, time, tag);
        _started = time.GetTimestamp();
        if (enabled)
            _timer = time.CreateTimer(static meter => ((UsageMeter)meter!).ReadLater(), this, _pause, Timeout.InfiniteTimeSpan);
    }

    public ResourceUsage Usage
    {
        get
        {
            lock (_gate)
            {
                return new ResourceUsage(
                    Math.Max(_figures.RowsRead, _rowsReported),
                    Math.Max(_figures.BytesRead, _bytesReported),
                    _figures.UserCpu,
                    _figures.SystemCpu,
                    _figures.PeakMemoryBytes,
                    _elapsed ?? _time.GetElapsedTime(_started));
            }
        }
    }

    /// <summary>The first chunk is there: from now on readings come with the chunks.</summary>
    public void StopTimer()
    {
        lock (_gate)
            _stopped = true;
    }

    public void Ended()
    {
        StopTimer();
        lock (_gate)
            _elapsed ??= _time.GetElapsedTime(_started);
    }

    /// <summary>What the library says beside a chunk.</summary>
    public void Add(ResultHandle chunk)
    {
        lock (_gate)
        {
            _rowsReported += chunk.StorageRowsRead;
            _bytesReported += chunk.StorageBytesRead;
        }
    }

    /// <summary>Asks the engine now; blocks for about a millisecond.</summary>
    public void Read()
    {
        if (_timer is null || _control.Sample(_tag) is not { } figures)
            return;
        lock (_gate)
            _figures = figures;
    }

    public async ValueTask DisposeAsync()
    {
        StopTimer();
        if (_timer is not null)
            await _timer.DisposeAsync(); // waits for a reading that is being asked for
    }

    private void ReadLater()
    {
        lock (_gate)
        {
            if (_stopped)
                return;
        }

        _ = _controlThread.Run(() =>
        {
            Read();
            lock (_gate)
            {
                _pause = _pause * 1.5 < LongestPause ? _pause * 1.5 : LongestPause;
                if (!_stopped)
                    _timer!.Change(_pause, Timeout.InfiniteTimeSpan);
            }
        });
    }
}
