using System.Collections.Immutable;
using Drever.Kql.Symbols;

namespace Drever.Kql.Binding;

/// <summary>All that a query may name, and how much it may make of it.</summary>
public sealed record BindingContext(ITableCatalog Tables, IFunctionCatalog Functions)
{
    /// <summary>Functions of the hunting schema, such as <c>FileProfile()</c>.</summary>
    public ImmutableArray<ServiceFunction> ServiceFunctions { get; init; } = [];

    /// <summary>The columns of steps that only the data can give, as far as somebody has looked.</summary>
    public DiscoveredColumns Discovered { get; init; } = DiscoveredColumns.None;

    public BindingLimits Limits { get; init; } = BindingLimits.Default;

    internal ServiceFunction? FindServiceFunction(string name)
    {
        foreach (var function in ServiceFunctions)
        {
            if (function.Name == name)
                return function;
        }

        return null;
    }
}

/// <summary>What a query may ask of the binder. A query beyond a limit gets a diagnostic, never an exception.</summary>
/// <param name="MaxCalls">Calls of functions that the query declares; each binds the function's body again.</param>
/// <param name="MaxCallDepth">Declared functions that call one another, nested.</param>
/// <param name="MaxColumns">Columns of one step.</param>
/// <param name="MaxNodes">Nodes of the tree, those that lets and functions repeat counted each time.</param>
/// <param name="MaxDepth">Steps on one path through the tree, and levels of one value.</param>
/// <param name="MaxDiagnostics">Diagnostics of one query; more are not kept.</param>
public sealed record BindingLimits(int MaxCalls = 2_000, int MaxCallDepth = 40, int MaxColumns = 10_000, long MaxNodes = 500_000, int MaxDepth = 1_000, int MaxDiagnostics = 200)
{
    public static BindingLimits Default { get; } = new();
}
