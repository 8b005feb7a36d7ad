using System.Collections.Immutable;
using Drever.Kql.Diagnostics;
using Drever.Kql.Symbols;

namespace Drever.Kql.Binding;

/// <summary>A whole query with its result schema, or with the diagnostics that say why there is none.</summary>
/// <param name="Result">The result's relation; null when there are errors.</param>
/// <param name="Diagnostics">In the order of their places.</param>
public sealed record BoundQuery(BoundRelation? Result, ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>What <c>render</c> asked for.</summary>
    public RenderHint? Render { get; init; }

    /// <summary>The <c>set</c> options, by name; the value is empty where none was given.</summary>
    public ImmutableDictionary<string, string> Options { get; init; } = ImmutableDictionary<string, string>.Empty;

    public bool HasErrors => Diagnostics.Any(d => d.Severity == DiagnosticSeverity.Error);

    public ImmutableArray<ColumnSymbol> Columns => Result?.Columns ?? [];
}

/// <summary><c>render timechart with (title="x")</c>: a hint for whoever shows the result.</summary>
public sealed record RenderHint(string Kind, ImmutableDictionary<string, string> Properties);
