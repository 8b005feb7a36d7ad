using System.Collections.Immutable;
using Drever.Kql.Symbols;
using Drever.Kql.Text;

namespace Drever.Kql.Binding;

/// <summary>
/// A step of a query with its typed result. Expressions of a step refer to columns of its input by symbol; steps that only
/// pass rows on (filter, sort, take) pass the input's symbols on.
/// </summary>
public abstract record BoundRelation
{
    /// <summary>The columns of the result, in order.</summary>
    public abstract ImmutableArray<ColumnSymbol> Columns { get; }

    /// <summary>Columns that can still be named but are not part of the result (former and alias columns of a table).</summary>
    public virtual ImmutableArray<ColumnSymbol> HiddenColumns => [];

    public TextSpan Span { get; init; }
}

/// <summary>A new or renamed column and what it is made of.</summary>
public readonly record struct ColumnDefinition(ColumnSymbol Column, BoundExpression Value);

/// <summary>A step with one input.</summary>
public abstract record BoundUnary(BoundRelation Input) : BoundRelation
{
    public override ImmutableArray<ColumnSymbol> Columns => Input.Columns;

    public override ImmutableArray<ColumnSymbol> HiddenColumns => Input.HiddenColumns;
}

/// <summary>A stored table.</summary>
public sealed record BoundScan(TableSymbol Table) : BoundRelation
{
    /// <summary>Not cut to the request's time window: a scan of a service function that looks at the whole history, never one of the query's own.</summary>
    public bool ReadsAllTime { get; init; }

    public override ImmutableArray<ColumnSymbol> Columns => Table.Columns;

    public override ImmutableArray<ColumnSymbol> HiddenColumns => Table.HiddenColumns;
}

/// <summary>Rows written in the query (<c>datatable</c>, the result of <c>getschema</c>).</summary>
public sealed record BoundDataTable(ImmutableArray<ColumnSymbol> TableColumns, ImmutableArray<ImmutableArray<BoundExpression>> Rows)
    : BoundRelation
{
    public override ImmutableArray<ColumnSymbol> Columns => TableColumns;
}

/// <summary>One row without columns: what <c>print</c> projects from.</summary>
public sealed record BoundSingleRow : BoundRelation
{
    public override ImmutableArray<ColumnSymbol> Columns => [];
}

/// <summary><c>range x from a to b step c</c>.</summary>
public sealed record BoundRange(ColumnSymbol Column, BoundExpression From, BoundExpression To, BoundExpression Step) : BoundRelation
{
    public override ImmutableArray<ColumnSymbol> Columns => [Column];
}

/// <summary><c>where</c>: keeps the rows for which the predicate is true (null is not).</summary>
public sealed record BoundFilter(BoundRelation Input, BoundExpression Predicate) : BoundUnary(Input);

/// <summary>Exactly these columns: <c>project</c> and everything that only chooses, renames or orders columns.</summary>
public sealed record BoundProject(BoundRelation Input, ImmutableArray<ColumnDefinition> Definitions) : BoundUnary(Input)
{
    public override ImmutableArray<ColumnSymbol> Columns => [.. Definitions.Select(d => d.Column)];

    public override ImmutableArray<ColumnSymbol> HiddenColumns => [];
}

/// <summary>
/// <c>extend</c>: <see cref="BoundUnary.Input"/>'s columns, those in <see cref="Definitions"/> added or put in the place of one of the
/// same name. <see cref="Result"/> has the final order; its symbols are the input's or those of the definitions.
/// All definitions see the input, not each other.
/// </summary>
public sealed record BoundExtend(
    BoundRelation Input, ImmutableArray<ColumnDefinition> Definitions, ImmutableArray<ColumnSymbol> Result) : BoundUnary(Input)
{
    public override ImmutableArray<ColumnSymbol> Columns => Result;
}

/// <summary>
/// One aggregate of a summarize. <see cref="Columns"/> has one symbol, or several where one call gives several columns
/// (<c>arg_max(t, a, b)</c>: t, a, b in the order of the arguments, <c>*</c> already written out; <c>percentiles</c>; <c>take_any</c>).
/// <see cref="Value"/> is the call itself, or with one column any scalar expression over aggregate calls and keys.
/// </summary>
public sealed record BoundAggregate(ImmutableArray<ColumnSymbol> Columns, BoundExpression Value);

/// <summary>
/// <c>summarize</c>, <c>distinct</c>, <c>count</c>. Without keys there is one row also for no input, without aggregates there are
/// the distinct keys. <see cref="Result"/> gives the order.
/// </summary>
public sealed record BoundSummarize(
    BoundRelation Input, ImmutableArray<ColumnDefinition> Keys, ImmutableArray<BoundAggregate> Aggregates, ImmutableArray<ColumnSymbol> Result)
    : BoundUnary(Input)
{
    public override ImmutableArray<ColumnSymbol> Columns => Result;

    public override ImmutableArray<ColumnSymbol> HiddenColumns => [];
}

/// <summary>A sort key. KQL's default is descending, nulls last when descending and first when ascending.</summary>
public readonly record struct SortKey(BoundExpression Value, bool Descending, bool NullsFirst);

/// <summary><c>sort</c>; makes its result a serialised row set.</summary>
public sealed record BoundSort(BoundRelation Input, ImmutableArray<SortKey> Keys) : BoundUnary(Input);

/// <summary><c>take</c>; <c>top</c> is this over <see cref="BoundSort"/>.</summary>
public sealed record BoundTake(BoundRelation Input, BoundExpression Count) : BoundUnary(Input);

/// <summary><c>sample</c>: that many rows, whichever.</summary>
public sealed record BoundSample(BoundRelation Input, BoundExpression Count) : BoundUnary(Input);

/// <summary><c>serialize</c>: fixes the order of rows; its definitions may hold window functions, as may those of any later extend.</summary>
public sealed record BoundSerialize(BoundRelation Input) : BoundUnary(Input);

/// <summary><c>as X</c> and <c>materialize()</c>: a result that is used in several places and evaluated once.</summary>
public sealed record BoundShared(BoundRelation Input, SharedResult Shared) : BoundUnary(Input);

/// <summary>The identity of a shared result; <see cref="Name"/> is for people.</summary>
public sealed class SharedResult(string name)
{
    public string Name { get; } = name;
}

/// <summary>A step that is bound but not runnable yet, or never here; the compiler reports it by name.</summary>
public sealed record BoundPending(string Name, ImmutableArray<BoundRelation> Inputs, ImmutableArray<ColumnSymbol> Result) : BoundRelation
{
    public override ImmutableArray<ColumnSymbol> Columns => Result;

    /// <summary>Further columns may come at run time (<c>bag_unpack</c>).</summary>
    public bool IsOpen { get; init; }
}
