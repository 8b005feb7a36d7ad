using System.Collections.Immutable;

namespace Drever.Translation.Discovery;

/// <summary>
/// Runs the queries that say which columns a step has (<c>bag_unpack</c>, <c>pivot</c>). They are ordinary compiled queries with the window and
/// the devices of the caller in them; whoever runs them holds them to the caller's limits, too.
/// </summary>
public interface IColumnDiscovery
{
    /// <summary>All rows of a query whose two columns are texts.</summary>
    Task<ImmutableArray<DiscoveryRow>> RunAsync(CompiledQuery query, CancellationToken cancellationToken);
}

/// <param name="Name">A key, or a value to pivot by.</param>
/// <param name="Type">A type's name as <c>gettype()</c> gives it; empty for a value to pivot by.</param>
public readonly record struct DiscoveryRow(string Name, string Type);
