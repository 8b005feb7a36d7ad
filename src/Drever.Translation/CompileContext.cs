using System.Collections.Immutable;
using Drever.Functions;
using Drever.Schema;

namespace Drever.Translation;

/// <summary>What a query is compiled against, beyond its text.</summary>
/// <param name="Schema">The tables of the caller's database.</param>
/// <param name="Functions">The language's functions.</param>
/// <param name="Database">The tenant's database; every stored table is named in it.</param>
/// <param name="Now">The query's one <c>now()</c>, UTC.</param>
public sealed record CompileContext(HuntingSchema Schema, FunctionLibrary Functions, string Database, DateTime Now)
{
    /// <summary>Which rows may be seen by their time column; null sees all.</summary>
    public QueryWindow? Window { get; init; }

    /// <summary>Device groups (<c>MachineGroup</c>) whose devices may be seen; null sees all, an empty list none.</summary>
    public ImmutableArray<string>? DeviceGroups { get; init; }

    /// <summary>Leaves the rewrite rules out, to hold a query's answers with and without them against each other.</summary>
    internal bool SkipRules { get; init; }

    /// <summary>The most rows that are wanted; the engine stops there. Null for all.</summary>
    public long? RowLimit { get; init; }
}

/// <summary>A span of time, UTC, both ends included; a null end is open.</summary>
public readonly record struct QueryWindow(DateTime? From, DateTime? To);
