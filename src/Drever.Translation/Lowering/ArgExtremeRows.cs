using System.Diagnostics.CodeAnalysis;
using Drever.Kql.Binding;
using Drever.Kql.Symbols;
using Drever.Sql;
using Drever.Translation.Lowering.Operators;
using Drever.Translation.Plan;

namespace Drever.Translation.Lowering;

/// <summary>
/// <c>arg_max(t, *) by k</c> over a scan. An aggregate carries every column of every group along; from a few columns on it is much
/// faster (ten times with 40) to find the largest t of each k first and read the other columns of those rows only:
/// <c>(k, t) IN (SELECT k, max(t) ...)</c>, and one row of those with the same t. Which form is taken is known when the columns are
/// that somebody asks for. Only where neither k nor t can be null: a null is in no set.
/// </summary>
internal sealed class ArgExtremeRows : IRowSet
{
    /// <summary>Measured: with few groups the second reading pays from two columns on, with many from about five.</summary>
    private const int FewColumns = 4;

    private readonly BoundSummarize _summarize;
    private readonly BoundCall _call;
    private readonly RelationLowering _relations;
    private readonly SelectBlock _rows;
    private readonly List<(ColumnSymbol Symbol, string Name)> _exports = [];
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    private ArgExtremeRows(BoundSummarize summarize, BoundCall call, RelationLowering relations, SelectBlock rows) =>
        (_summarize, _call, _relations, _rows) = (summarize, call, relations, rows);

    public static bool IsArgExtreme(BoundExpression value, [NotNullWhen(true)] out BoundCall? call)
    {
        call = value as BoundCall;
        return call is { Function: { Kind: FunctionKind.Aggregate, Name: "arg_max" or "arg_min" or "argmax" or "argmin" } };
    }

    /// <summary>Null where the form does not fit.</summary>
    public static ArgExtremeRows? TryMake(BoundSummarize summarize, RelationLowering relations)
    {
        if (summarize.Keys.IsEmpty || summarize.Aggregates is not [{ Columns.Length: > FewColumns + 1 } aggregate]
            || !IsArgExtreme(aggregate.Value, out var call) || call.Arguments.Length != aggregate.Columns.Length || !IsCheap(summarize.Input))
            return null;
        var rows = SummarizeLowering.Prepare(relations.Lower(summarize.Input), summarize);
        var asked = summarize.Keys.Select(k => k.Value).Append(call.Arguments[0]);
        return rows.Partition is not null || asked.Any(e => relations.Lower(e, rows).Nullable) ? null : new(summarize, call, relations, rows);
    }

    public bool Has(ColumnSymbol symbol) => ValueOf(symbol) is not null;

    public ColumnSlot SlotOf(ColumnSymbol symbol)
    {
        var value = _relations.Lower(ValueOf(symbol)!, _rows);
        return new ColumnSlot(value with { Sql = Expr.Null }, isComputed: true);
    }

    public string Export(ColumnSymbol symbol)
    {
        foreach (var (known, existing) in _exports)
        {
            if (ReferenceEquals(known, symbol))
                return existing;
        }

        var name = _relations.Session.Names.ForColumn(symbol, _taken);
        _exports.Add((symbol, name));
        return name;
    }

    public SqlQuery Build()
    {
        if (_exports.Count == 0)
            Export(_summarize.Keys[0].Column);
        return _exports.Count > FewColumns + _summarize.Keys.Length + 1 ? BuildByRow() : BuildByGroup();
    }

    private SqlQuery BuildByGroup() =>
        SummarizeLowering.Group(_rows, _summarize.Keys, _summarize.Aggregates, _relations).BuildAs(_exports);

    private SqlQuery BuildByRow()
    {
        var keys = _summarize.Keys.Select(k => k.Value).ToList();
        _rows.AddWhere(Expr.In(Expr.Tuple([.. keys.Append(_call.Arguments[0]).Select(e => _relations.Lower(e, _rows).Sql)]), Extremes()));
        _rows.SetLimitBy(new SqlLimitBy(Expr.Number(1), [.. keys.Select(k => _relations.Lower(k, _rows).Sql)]));
        // all values before the first column is put in the place of another
        var values = _exports.ConvertAll(e => (e.Symbol, Value: _relations.Lower(ValueOf(e.Symbol)!, _rows)));
        foreach (var (symbol, value) in values)
            _rows.Define(symbol, new ColumnSlot(value, isComputed: true));

        _rows.Order = [];
        return _rows.BuildAs(_exports);
    }

    /// <summary>The keys with the largest, or smallest, value of each.</summary>
    private SqlQuery Extremes()
    {
        var again = SummarizeLowering.Prepare(_relations.Lower(_summarize.Input), _summarize);
        var extreme = new ColumnSymbol("extreme", _call.Arguments[0].Type);
        var aggregate = new BoundAggregate([extreme], _call with { Arguments = _call.Arguments[..1], Type = extreme.Type });
        SummarizeLowering.Group(again, _summarize.Keys, [aggregate], _relations);
        foreach (var key in _summarize.Keys)
            again.Export(key.Column);
        again.Export(extreme);
        return again.Build();
    }

    private BoundExpression? ValueOf(ColumnSymbol symbol)
    {
        foreach (var key in _summarize.Keys)
        {
            if (ReferenceEquals(key.Column, symbol))
                return key.Value;
        }

        var place = _summarize.Aggregates[0].Columns.IndexOf(symbol);
        return place < 0 ? null : _call.Arguments[place];
    }

    /// <summary>May be read twice: a scan with filters and columns, or a shared result.</summary>
    private static bool IsCheap(BoundRelation input) => input switch
    {
        ScopedScan or BoundShared => true,
        BoundFilter { Input: var below } filter => BoundTree.All(filter.Predicate).All(e => BoundTree.Subquery(e) is null) && IsCheap(below),
        BoundProject { Input: var below } project => !project.Definitions.Any(d => BoundTree.HasWindow(d.Value)) && IsCheap(below),
        BoundExtend { Input: var below } extend => !extend.Definitions.Any(d => BoundTree.HasWindow(d.Value)) && IsCheap(below),
        _ => false,
    };
}
