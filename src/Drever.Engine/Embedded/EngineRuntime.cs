namespace Drever.Engine.Embedded;

/// <summary>What the parts of the embedded engine share.</summary>
internal sealed class EngineRuntime(string path, NativeThreads threads, NativeThreads controlThread, ControlConnection control, TimeProvider time)
{
    private readonly string _session = Guid.NewGuid().ToString("N");
    private long _lastTag;

    public NativeThreads Threads => threads;

    public NativeThreads ControlThread => controlThread;

    public ControlConnection Control => control;

    public TimeProvider Time => time;

    /// <summary>A name for one query, by which it is found among those that run.</summary>
    public string NewTag() => FormattableString.Invariant($"{_session}-{Interlocked.Increment(ref _lastTag)}");

    /// <summary>A new connection; costs less than a millisecond.</summary>
    public Connection Connect() => Connection.TryOpen(path) ?? throw Refused(path);

    public static EngineException Refused(string path) => new(
        EngineErrorKind.Unavailable,
        $"The engine did not open {path}; its reason is on the error output. One process can hold one data directory at a time.");
}
