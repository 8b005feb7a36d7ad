using Microsoft.Extensions.Logging;

namespace Drever.Server.Tests;

/// <summary>Keeps every log line.</summary>
internal sealed class TestLog : ILoggerProvider, ILogger
{
    private readonly Lock _lock = new();
    private readonly List<(EventId Id, string Text)> _lines = [];

    public IReadOnlyList<(EventId Id, string Text)> Lines
    {
        get
        {
            lock (_lock)
                return [.. _lines];
        }
    }

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        lock (_lock)
            _lines.Add((eventId, formatter(state, exception) + exception));
    }

    public void Dispose()
    {
    }
}
