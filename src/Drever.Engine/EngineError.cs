namespace Drever.Engine;

public enum EngineErrorKind
{
    /// <summary>Any error of the engine without a kind of its own.</summary>
    Other,
    TimedOut,
    MemoryLimit,
    ResultTooLarge,
    Cancelled,
    /// <summary>The query tried what a closed-down connection refuses: writes, DDL, settings, other data sources.</summary>
    ReadOnly,
    Syntax,
    UnknownTable,
    UnknownColumn,
    UnknownFunction,
    /// <summary>A value could not be computed: a type that does not fit, a division, a number that cannot be read.</summary>
    BadValue,
    DiskFull,
    /// <summary>Another process owns the data directory.</summary>
    DirectoryInUse,
    /// <summary>The engine, or its library, is not there: not fetched, closed, not answering.</summary>
    Unavailable,
}

/// <summary>An error as a value.</summary>
/// <param name="Code">ClickHouse's error code; 0 where the error is not ClickHouse's.</param>
/// <param name="Message">The engine's text without its "Code: n. DB::Exception:" frame. For operators and logs; it may name internal columns.</param>
public sealed record EngineError(int Code, EngineErrorKind Kind, string Message);

/// <summary>Carries an <see cref="EngineError"/>.</summary>
public sealed class EngineException(EngineError error, Exception? inner = null) : Exception(error.Message, inner)
{
    public EngineError Error { get; } = error;

    public EngineException(EngineErrorKind kind, string message, Exception? inner = null) : this(new EngineError(0, kind, message), inner)
    {
    }
}
