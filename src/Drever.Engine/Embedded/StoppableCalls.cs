namespace Drever.Engine.Embedded;

internal enum StopReason
{
    None,
    /// <summary>The caller's token.</summary>
    Cancelled,
    /// <summary>The time limit, where the engine itself did not notice it.</summary>
    TimedOut,
    /// <summary>The caller went away before the end.</summary>
    Abandoned,
}

/// <summary>The blocking calls of one query, one at a time, which <see cref="Stop"/> really ends: it asks the engine again and again until the call returns.</summary>
internal sealed class StoppableCalls(NativeThreads threads, NativeThreads controlThread, ControlConnection control, TimeProvider time, string tag)
{
    private static readonly TimeSpan AskAgainAfter = TimeSpan.FromMilliseconds(25);

    private readonly Lock _gate = new();
    private Task _call = Task.CompletedTask;
    private Task _killing = Task.CompletedTask;

    public StopReason Reason { get; private set; }

    public Task<T> Start<T>(Func<T> work)
    {
        lock (_gate)
        {
            if (Reason != StopReason.None)
                return Task.FromException<T>(new EngineException(EngineErrorKind.Cancelled, "The query was stopped."));
            var call = threads.Run(work);
            _call = call;
            return call;
        }
    }

    /// <summary>Ends the running call soon and lets no other start. The first reason stays.</summary>
    public void Stop(StopReason reason)
    {
        lock (_gate)
        {
            if (Reason == StopReason.None)
                Reason = reason;
            if (!_call.IsCompleted && _killing.IsCompleted)
                _killing = KillUntilOverAsync(_call);
        }
    }

    /// <summary>Ends when no call runs any more.</summary>
    public async Task IdleAsync()
    {
        await _call.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _killing;
    }

    /// <summary>Waits for a call; the token stops it. A stopped call ends in the error that fits the reason.</summary>
    public async Task<T> WaitAsync<T>(Task<T> call, CancellationToken cancellationToken)
    {
        using var registration = cancellationToken.UnsafeRegister(static calls => ((StoppableCalls)calls!).Stop(StopReason.Cancelled), this);
        try
        {
            return await call;
        }
        catch (EngineException stopped) when (stopped.Error.Kind == EngineErrorKind.Cancelled)
        {
            switch (Reason)
            {
                case StopReason.TimedOut:
                    throw new EngineException(new EngineError(159, EngineErrorKind.TimedOut, "The query took longer than it may."), stopped);
                case StopReason.Cancelled:
                    cancellationToken.ThrowIfCancellationRequested();
                    throw new OperationCanceledException(stopped.Message, stopped);
                default:
                    throw;
            }
        }
    }

    private async Task KillUntilOverAsync(Task call)
    {
        while (!call.IsCompleted)
        {
            // a kill that fails is tried again: the call must not be left running
            await controlThread.Run(() => control.Kill(tag)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await Task.WhenAny(call, Task.Delay(AskAgainAfter, time));
        }
    }
}
