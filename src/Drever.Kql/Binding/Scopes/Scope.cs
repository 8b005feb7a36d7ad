using System.Collections.Immutable;
using Drever.Kql.Symbols;

namespace Drever.Kql.Binding;

/// <summary>Which functions a name may be.</summary>
internal enum CallContext
{
    Scalar,
    /// <summary>Inside summarize and its like: aggregates, too.</summary>
    Aggregate,
    /// <summary>The call behind <c>evaluate</c>.</summary>
    Plugin,
}

/// <summary>Where an expression stands: what its names may mean.</summary>
/// <param name="Locals">Names that the query has given.</param>
/// <param name="Rows">The row whose columns it sees; null outside of a row.</param>
internal sealed record Scope(LocalScope Locals, RowScope? Rows)
{
    /// <summary>The right side of a join, for its conditions.</summary>
    public RowScope? Right { get; init; }

    public CallContext Calls { get; init; }

    /// <summary>The operator around, by its KQL name; messages begin with it. Empty outside of an operator.</summary>
    public string Operator { get; init; } = "";

    /// <summary>What a pipe without a source of its own reads: the subquery of <c>mv-apply</c>, <c>partition</c>, <c>fork</c>.</summary>
    public RowScope? Implicit { get; init; }

    /// <summary>Columns that <c>*</c> leaves out inside of an aggregate: the keys, which are in the result already.</summary>
    public ImmutableArray<ColumnSymbol> Keys { get; init; } = [];

    /// <summary>In find: the columns of all its tables.</summary>
    public ElsewhereColumns? Elsewhere { get; init; }

    public Scope In(string operatorName) => Operator == operatorName ? this : this with { Operator = operatorName };
}
