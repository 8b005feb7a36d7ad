using System.Collections.Immutable;
using Drever.Kql.Symbols;

namespace Drever.Kql.Binding;

/// <summary>One expanded column. <see cref="Column"/> takes the place of the input column of its name, or is added.</summary>
public readonly record struct ExpandItem(ColumnSymbol Column, BoundExpression Value);

/// <summary>
/// <c>mv-expand</c>: one row for each element; several items run in parallel, the shorter filled with null.
/// A value that is no array or bag is one element; null or an empty array gives one row with null.
/// </summary>
public sealed record BoundMvExpand(BoundRelation Input, ImmutableArray<ExpandItem> Items, ImmutableArray<ColumnSymbol> Result) : BoundUnary(Input)
{
    /// <summary><c>with_itemindex</c>: the element's place, from 0; part of <see cref="Result"/>.</summary>
    public ColumnSymbol? ItemIndex { get; init; }

    /// <summary><c>bagexpansion=array</c>: a bag's element is <c>[key, value]</c>, not a bag of one.</summary>
    public bool BagsAsArrays { get; init; }

    /// <summary><c>limit</c>: the most rows for one row of the input.</summary>
    public BoundExpression? RowLimit { get; init; }

    public override ImmutableArray<ColumnSymbol> Columns => Result;
}

/// <summary>
/// <c>mv-apply</c>: a subquery over the expanded rows of each input row. The subquery's leaf is a <see cref="BoundApplySource"/>
/// with the same <see cref="Scope"/>. A row whose subquery is empty is gone. Input columns that the subquery's result
/// does not have are added behind (the binder has put the order into <see cref="Output"/>).
/// </summary>
public sealed record BoundMvApply(
    BoundRelation Input, ImmutableArray<ExpandItem> Items, ApplyScope Scope, BoundRelation Subquery, ImmutableArray<ApplyColumn> Output) : BoundUnary(Input)
{
    public ColumnSymbol? ItemIndex { get; init; }

    public BoundExpression? RowLimit { get; init; }

    public override ImmutableArray<ColumnSymbol> Columns => [.. Output.Select(o => o.Column)];

    public override ImmutableArray<ColumnSymbol> HiddenColumns => [];
}

/// <summary>A column of mv-apply's result, from the subquery's result or from the input row.</summary>
public readonly record struct ApplyColumn(ColumnSymbol Column, bool FromSubquery, ColumnSymbol Source);

/// <summary>Ties a subquery's leaf to its mv-apply.</summary>
public sealed class ApplyScope;

/// <summary>The leaf of mv-apply's subquery: one input row's columns with the expanded ones.</summary>
public sealed record BoundApplySource(ApplyScope Scope, ImmutableArray<ColumnSymbol> Result) : BoundRelation
{
    public override ImmutableArray<ColumnSymbol> Columns => Result;
}

/// <summary>One series: the array column, its aggregate call and the value of an empty bin.</summary>
public readonly record struct SeriesDefinition(ColumnSymbol Column, BoundExpression Aggregate, BoundExpression? Default);

/// <summary><c>make-series</c>. Without from or to the ends are those of the data. <see cref="Result"/>: keys, series, axis.</summary>
public sealed record BoundMakeSeries(
    BoundRelation Input,
    ImmutableArray<SeriesDefinition> Series,
    ColumnDefinition Axis,
    BoundExpression? From,
    BoundExpression? To,
    BoundExpression Step,
    ImmutableArray<ColumnDefinition> Keys,
    ImmutableArray<ColumnSymbol> Result) : BoundUnary(Input)
{
    /// <summary><c>in range(a, b, c)</c> form, whose end is included.</summary>
    public bool IsRange { get; init; }

    /// <summary><c>kind=nonempty</c>: one row of defaults also for no input.</summary>
    public bool NonEmpty { get; init; }

    public override ImmutableArray<ColumnSymbol> Columns => Result;

    public override ImmutableArray<ColumnSymbol> HiddenColumns => [];
}
