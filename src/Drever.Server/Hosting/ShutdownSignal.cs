namespace Drever.Server;

/// <summary>Ends running hunts when the server stops: after the grace, and not before.</summary>
internal sealed class ShutdownSignal : IDisposable
{
    private readonly CancellationTokenSource _ended;
    private readonly CancellationTokenRegistration _stopping;

    public ShutdownSignal(IHostApplicationLifetime lifetime, HuntingServerOptions options, TimeProvider time, ILogger<ShutdownSignal> log)
    {
        _ended = new CancellationTokenSource(Timeout.InfiniteTimeSpan, time);
        _stopping = lifetime.ApplicationStopping.Register(() =>
        {
            ServerLog.Stopping(log, options.ShutdownGrace.TotalSeconds);
            _ended.CancelAfter(options.ShutdownGrace);
        });
    }

    /// <summary>Cancelled when a hunt must end now.</summary>
    public CancellationToken Token => _ended.Token;

    public void Dispose()
    {
        _stopping.Dispose();
        _ended.Dispose();
    }
}
