namespace Drever.Server.Tests;

/// <summary>A clock that is set by hand; timers run on the real one.</summary>
internal sealed class TestClock(DateTimeOffset now) : TimeProvider
{
    public DateTimeOffset Now { get; set; } = now;

    public override DateTimeOffset GetUtcNow() => Now;
}
