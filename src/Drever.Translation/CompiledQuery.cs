using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Drever.Kql.Binding;
using Drever.Kql.Diagnostics;
using Drever.Kql.Symbols;
using Drever.Sql;

namespace Drever.Translation;

/// <summary>A column of a compiled query's result.</summary>
public readonly record struct ResultColumn(string Name, KqlType Type);

/// <summary>A query that is ready to run.</summary>
/// <param name="Sql">The tree behind <paramref name="Text"/>.</param>
/// <param name="Text">What the engine gets.</param>
/// <param name="Columns">
/// The result's columns, in order. Where there are none the SQL has one column of no meaning, because every SELECT has one.
/// </param>
public sealed record CompiledQuery(SqlQuery Sql, string Text, ImmutableArray<ResultColumn> Columns)
{
    /// <summary>The query reads a table of the 2018 schema.</summary>
    public bool UsesLegacyTables { get; init; }

    /// <summary>What <c>render</c> asked for.</summary>
    public RenderHint? Render { get; init; }

    /// <summary>Warnings and hints.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; init; } = [];

    /// <summary>The relational tree after binding, after planning and after the rewrites, for <c>explain</c>.</summary>
    public required CompiledStages Stages { get; init; }
}

/// <summary>The trees between the stages.</summary>
public sealed record CompiledStages(BoundRelation Bound, BoundRelation Planned, BoundRelation Rewritten);

/// <summary>A compiled query, or the diagnostics that say why there is none.</summary>
public sealed record CompileResult(CompiledQuery? Query, ImmutableArray<Diagnostic> Diagnostics)
{
    [MemberNotNullWhen(true, nameof(Query))]
    public bool Succeeded => Query is not null;
}
