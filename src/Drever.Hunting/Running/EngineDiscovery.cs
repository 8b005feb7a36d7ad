using System.Collections.Immutable;
using Drever.Engine;
using Drever.Translation;
using Drever.Translation.Discovery;

namespace Drever.Hunting;

/// <summary>
/// Looks up, before a hunt, the columns that only the data can give. Its queries count as part of the hunt: what time they take is
/// no longer there for it, and what they use is in the hunt's figures.
/// </summary>
/// <param name="limits">Those of the whole hunt.</param>
internal sealed class EngineDiscovery(IHuntingEngine engine, string database, EngineLimits limits) : IColumnDiscovery
{
    public HuntingStats Used { get; private set; }

    /// <summary>What is left of the limits.</summary>
    public EngineLimits Remaining => limits.MaxTime is not { } time
        ? limits
        : limits with { MaxTime = time > Used.Execution ? time - Used.Execution : throw new EngineException(EngineErrorKind.TimedOut, "The time of the hunt was used up for the columns that come from the data.") };

    public async Task<ImmutableArray<DiscoveryRow>> RunAsync(CompiledQuery query, CancellationToken cancellationToken)
    {
        // the query bounds its rows itself; a family that gives fewer must not hide some of them
        var own = Remaining with { MaxRows = null };
        await using var result = await engine.QueryAsync(new EngineQuery(query.Text, database) { Limits = own }, cancellationToken);
        var rows = ImmutableArray.CreateBuilder<DiscoveryRow>();
        while (await result.ReadAsync(cancellationToken))
            rows.Add(new DiscoveryRow(result.GetText(0) ?? "", result.GetText(1) ?? ""));
        Used = Used.Plus(HuntingStats.Of(result.Usage));
        return rows.ToImmutable();
    }
}
