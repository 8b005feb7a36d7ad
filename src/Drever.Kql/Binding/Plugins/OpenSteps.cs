using System.Collections.Immutable;
using Drever.Kql.Symbols;
using Drever.Kql.Syntax;

namespace Drever.Kql.Binding;

/// <summary>A step whose columns come from the data, by its syntax and by how often that has been bound before: a function's body is bound for each call.</summary>
public readonly record struct OpenStep(EvaluateOperator Syntax, int Occurrence);

/// <summary>What of an open step's input has to be looked at.</summary>
public enum OpenStepKind
{
    /// <summary>The keys of a bag, each with the type of its values.</summary>
    BagKeys,
    /// <summary>The values of a column, as text.</summary>
    Values,
}

/// <summary>
/// A step whose columns come from the data and have not been looked up: <c>bag_unpack</c>, <c>pivot</c>. With
/// <see cref="BindingContext.Discovered"/> it becomes an ordinary step.
/// </summary>
/// <param name="Step">Which one.</param>
/// <param name="Name">The plugin.</param>
/// <param name="Value">What has to be looked at, of the input.</param>
/// <param name="Result">The columns that are known already.</param>
public sealed record BoundOpenStep(OpenStep Step, string Name, OpenStepKind Kind, BoundRelation Input, BoundExpression Value, ImmutableArray<ColumnSymbol> Result)
    : BoundUnary(Input)
{
    public override ImmutableArray<ColumnSymbol> Columns => Result;
}

/// <summary>A key of a bag with the common type of its values (dynamic where they differ), or a value to pivot by, of no type.</summary>
public readonly record struct DiscoveredColumn(string Name, KqlType Type);

/// <summary>What the data says about open steps.</summary>
public sealed class DiscoveredColumns
{
    public static DiscoveredColumns None { get; } = new(ImmutableDictionary<OpenStep, ImmutableArray<DiscoveredColumn>>.Empty);

    private readonly ImmutableDictionary<OpenStep, ImmutableArray<DiscoveredColumn>> _bySteps;

    private DiscoveredColumns(ImmutableDictionary<OpenStep, ImmutableArray<DiscoveredColumn>> bySteps) => _bySteps = bySteps;

    public int Count => _bySteps.Count;

    public DiscoveredColumns With(OpenStep step, ImmutableArray<DiscoveredColumn> columns) => new(_bySteps.SetItem(step, columns));

    /// <summary>In the order of their names; null where nobody has looked yet.</summary>
    internal ImmutableArray<DiscoveredColumn>? Of(OpenStep step) =>
        _bySteps.TryGetValue(step, out var columns) ? columns.Sort((a, b) => string.CompareOrdinal(a.Name, b.Name)) : null;
}
