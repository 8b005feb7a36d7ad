using System.Collections.Immutable;
using Drever.Kql.Symbols;

namespace Drever.Kql.Binding;

public enum JoinKind
{
    /// <summary>The default: duplicates of a key on the left count once, which of them is undefined.</summary>
    InnerUnique, Inner, LeftOuter, RightOuter, FullOuter, LeftSemi, RightSemi, LeftAnti, RightAnti,
}

/// <summary>One pair of an equality; each side over its own input.</summary>
public readonly record struct JoinKey(BoundExpression Left, BoundExpression Right);

public enum JoinSide
{
    Left,
    Right,
}

/// <summary>A column of a join's result and the column of one input that it shows.</summary>
public readonly record struct JoinColumn(ColumnSymbol Column, JoinSide Side, ColumnSymbol Source);

/// <summary><c>join</c> and <c>lookup</c> (whose right keys are not among <see cref="Output"/>). Null keys match nothing.</summary>
public sealed record BoundJoin(
    BoundRelation Left, BoundRelation Right, JoinKind Kind, ImmutableArray<JoinKey> Keys, ImmutableArray<JoinColumn> Output) : BoundRelation
{
    public override ImmutableArray<ColumnSymbol> Columns => [.. Output.Select(o => o.Column)];

    /// <summary>Columns of the inputs that can still be named but are not part of the result (such as <c>TimeGenerated</c>), the left side's first.</summary>
    public ImmutableArray<JoinColumn> Hidden { get; init; } = [];

    public override ImmutableArray<ColumnSymbol> HiddenColumns => [.. Hidden.Select(h => h.Column)];
}

/// <summary>
/// One leg of a union: <see cref="Sources"/> has, for each column of the result, the leg's column, or null where the leg has none.
/// Types are the result's already (the binder splits columns of different type by suffix).
/// </summary>
public readonly record struct UnionLeg(BoundRelation Input, ImmutableArray<ColumnSymbol?> Sources);

/// <summary>
/// <c>union</c>. <see cref="SourceColumn"/>, when asked for by <c>withsource</c>, holds each leg's name and is the first of
/// <see cref="Result"/>, with null sources; <see cref="SourceNames"/> has one for each leg.
/// </summary>
public sealed record BoundUnion(
    ImmutableArray<UnionLeg> Legs, ImmutableArray<ColumnSymbol> Result, ColumnSymbol? SourceColumn, ImmutableArray<string> SourceNames) : BoundRelation
{
    public override ImmutableArray<ColumnSymbol> Columns => Result;

    /// <summary>Columns that all legs offer by name only (such as <c>TimeGenerated</c>), with their sources behind those of <see cref="Result"/>.</summary>
    public ImmutableArray<ColumnSymbol> Hidden { get; init; } = [];

    public override ImmutableArray<ColumnSymbol> HiddenColumns => Hidden;
}
