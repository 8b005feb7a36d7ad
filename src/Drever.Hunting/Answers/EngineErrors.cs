using Drever.Engine;

namespace Drever.Hunting;

/// <summary>
/// What a caller is told of the engine's errors. The engine's own text may name internal tables and columns, so none of
/// it goes out.
/// </summary>
internal static class EngineErrors
{
    public static HuntingError ToHuntingError(EngineError error) => error.Kind switch
    {
        EngineErrorKind.TimedOut => new(HuntingErrorKind.TimedOut, "Query exceeded the timeout period"),
        EngineErrorKind.MemoryLimit => new(HuntingErrorKind.Resources, "Query stopped due to excessive resource consumption"),
        EngineErrorKind.ResultTooLarge => new(HuntingErrorKind.ResultTooLarge, "Result size limit exceeded"),
        EngineErrorKind.BadValue => new(HuntingErrorKind.Runtime, "A value of the data could not be computed"),
        EngineErrorKind.Unavailable or EngineErrorKind.DiskFull or EngineErrorKind.Cancelled =>
            new(HuntingErrorKind.Unavailable, "The server can't run the query now"),
        // for the log: callers are not told of a server's own faults
        _ => new(HuntingErrorKind.Internal, FormattableString.Invariant($"The engine refused a query that this server made: {error.Kind}, code {error.Code}")),
    };
}
