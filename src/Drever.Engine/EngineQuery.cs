using System.Buffers;

namespace Drever.Engine;

/// <summary>One hunt: SQL that the query compiler made, and the tenant's database it runs in.</summary>
public sealed record EngineQuery(string Sql, string Database)
{
    public EngineLimits Limits { get; init; } = EngineLimits.Default;

    /// <summary>Settings beyond those every hunt gets; from our own code only, never from a caller's text.</summary>
    public IReadOnlyList<EngineSetting> Settings { get; init; } = [];

    /// <summary>Tables that exist for this hunt alone, filled before it starts.</summary>
    public IReadOnlyList<TemporaryTable> TemporaryTables { get; init; } = [];

    /// <summary>Whether CPU time and peak memory are wanted; finding them costs about a millisecond a query.</summary>
    public bool MeasureUsage { get; init; } = true;
}

/// <summary>What a hunt may use. Null means no limit.</summary>
/// <param name="MaxTime">Running time, measured from the start of the query in the engine; beyond it the hunt fails with <see cref="EngineErrorKind.TimedOut"/>.</param>
/// <param name="MaxMemoryBytes">Memory of the query; beyond it: <see cref="EngineErrorKind.MemoryLimit"/>.</param>
/// <param name="MaxRows">Rows handed out; the rest is cut off and <see cref="IHuntingResult.Truncated"/> says so.</param>
/// <param name="MaxResultBytes">Bytes of the rows handed out, in the engine's binary row format; beyond it: <see cref="EngineErrorKind.ResultTooLarge"/>.</param>
/// <param name="MaxThreads">Threads the query may run on; 0 leaves it to the engine.</param>
public sealed record EngineLimits(TimeSpan? MaxTime, long? MaxMemoryBytes, long? MaxRows, long? MaxResultBytes, int MaxThreads)
{
    public static EngineLimits None { get; } = new(null, null, null, null, 0);

    public static EngineLimits Default { get; } = new(TimeSpan.FromMinutes(10), 4L << 30, null, null, 0);
}

/// <summary>A ClickHouse setting; the value is text as <c>SET name='value'</c> takes it.</summary>
public readonly record struct EngineSetting(string Name, string Value);

/// <summary>A table for one hunt: its columns as <c>CREATE TABLE</c> writes them between the brackets, and its rows as a Native block.</summary>
public sealed record TemporaryTable(string Name, string ColumnDefinitions, ReadOnlySequence<byte> NativeBlock);
