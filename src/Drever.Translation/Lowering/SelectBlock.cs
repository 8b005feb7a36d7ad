using System.Collections.Immutable;
using Drever.Kql.Symbols;
using Drever.Sql;

namespace Drever.Translation.Lowering;

/// <summary>A column that rows are ordered by, and how.</summary>
internal readonly record struct RowOrderKey(ColumnSymbol Key, bool Descending, bool NullsFirst);

/// <summary>
/// One SELECT in the making. Steps are added to it while SQL's order of evaluation allows
/// (FROM, ARRAY JOIN, WHERE, GROUP BY, windows, ORDER BY, LIMIT BY, LIMIT); a step that does not fit begins a new SELECT
/// around this one (<see cref="Nest"/>). Its select list is what the SELECT around it asks for.
/// The order of rows is remembered and written only where it matters: before a LIMIT and in the outermost SELECT.
/// </summary>
internal sealed class SelectBlock(LoweringSession session, RowSource source) : IRowSet
{
    private readonly Dictionary<ColumnSymbol, ColumnSlot> _slots = [];
    private readonly HashSet<ColumnSymbol> _own = [];
    private readonly List<ColumnSymbol> _exports = [];
    private readonly Dictionary<ColumnSymbol, string> _names = [];
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);
    private SqlExpression? _where;
    private bool _isBuilt;

    public ImmutableArray<SqlItem> ArrayJoin { get; set; } = [];

    /// <summary>A row with empty arrays stays, with the defaults of their elements.</summary>
    public bool IsLeftArrayJoin { get; set; }

    /// <summary>Non-default once the rows are grouped; empty groups all rows into one.</summary>
    public ImmutableArray<SqlExpression>? GroupBy { get; set; }

    public SqlExpression? Having { get; set; }

    /// <summary>The order that a sort has asked for.</summary>
    public ImmutableArray<RowOrderKey> Order { get; set; } = [];

    /// <summary>The order that window functions of this SELECT go by: once there is one, <see cref="Order"/> is the number it gave each row.</summary>
    public ImmutableArray<RowOrderKey> WindowOrder { get; set; } = [];

    /// <summary>An order that rows have by themselves (of a datatable), for whoever needs some order.</summary>
    public ImmutableArray<RowOrderKey> NaturalOrder { get; set; } = [];

    /// <summary>Inside mv-apply: the id of the outer row; every step works for each of its values apart.</summary>
    public ColumnSymbol? Partition { get; set; }

    /// <summary>Columns of the outer row, which live through every step of mv-apply's subquery.</summary>
    public ImmutableArray<ColumnSymbol> Carried { get; set; } = [];

    /// <summary>The rows must leave this SELECT in their order although there is no limit.</summary>
    public bool KeepsOrder { get; set; }

    public SqlExpression? Limit { get; private set; }

    public SqlLimitBy? LimitBy { get; private set; }

    /// <summary>Some column is a window function: rows may be neither filtered nor grouped in this SELECT any more.</summary>
    public bool HasWindows { get; set; }

    public bool IsGrouped => GroupBy is not null;

    public bool IsLimited => Limit is not null || LimitBy is not null;

    /// <summary>Rows can still be dropped or grouped.</summary>
    public bool IsOpen => !IsGrouped && !HasWindows && !IsLimited;

    /// <summary>A new SELECT around this one, with the same columns.</summary>
    public SelectBlock Nest() =>
        new(session, NestedSource.OfQuery(this, session.Names.New("t")))
        {
            Order = Order,
            NaturalOrder = NaturalOrder,
            Partition = Partition,
            Carried = Carried,
        };

    public void Define(ColumnSymbol symbol, ColumnSlot slot)
    {
        _slots[symbol] = slot;
        _own.Add(symbol);
    }

    /// <summary>The column was made here, and not only passed on.</summary>
    public bool Defines(ColumnSymbol symbol) => _own.Contains(symbol);

    /// <summary>The column gets a second symbol.</summary>
    public void Alias(ColumnSymbol symbol, ColumnSymbol existing) => _slots[symbol] = SlotOf(existing);

    public bool Has(ColumnSymbol symbol) => _slots.ContainsKey(symbol) || (source is NestedSource nested && nested.Rows.Has(symbol));

    public ColumnSlot SlotOf(ColumnSymbol symbol)
    {
        if (_slots.TryGetValue(symbol, out var slot))
            return slot;
        if (source is not NestedSource nested || !nested.Rows.Has(symbol))
            throw new InvalidOperationException($"column '{symbol.Name}' is not in reach");
        slot = DynamicViews.Through(nested, symbol, this) ?? Pass(nested, symbol);
        _slots.Add(symbol, slot);
        return slot;
    }

    /// <summary>A column of a nested source, passed on under the source's alias.</summary>
    public static ColumnSlot Pass(NestedSource from, ColumnSymbol symbol)
    {
        var inner = from.Rows.SlotOf(symbol);
        return new ColumnSlot(() => inner.Value with { Sql = new SqlColumn(from.Alias, from.Rows.Export(symbol)) }, isComputed: false)
        {
            Stored = inner.Stored,
        };
    }

    public void AddWhere(SqlExpression condition) => _where = _where is null ? condition : Expr.And(_where, condition);

    public void SetLimit(SqlExpression count)
    {
        if (Partition is null)
            Limit = count;
        else
            LimitBy = new SqlLimitBy(count, [SlotOf(Partition).Value.Sql]);
    }

    public void SetLimitBy(SqlLimitBy limitBy) => LimitBy = limitBy;

    public string Export(ColumnSymbol symbol)
    {
        if (_names.TryGetValue(symbol, out var known))
            return known;
        if (_isBuilt)
            throw new InvalidOperationException($"column '{symbol.Name}' is asked for after its SELECT was built");
        var name = session.Names.ForColumn(symbol, _taken);
        _exports.Add(symbol);
        _names.Add(symbol, name);
        return name;
    }

    /// <summary>The nested form: what was asked for, under internal names.</summary>
    public SqlQuery Build()
    {
        _isBuilt = true;
        ImmutableArray<SqlItem> items = _exports.Count == 0
            ? [new SqlItem(Expr.Number(1), session.Names.New("c"))]
            : [.. _exports.Select(e => new SqlItem(SlotOf(e).Value.Sql, _names[e]))];
        return Build(items, IsLimited || KeepsOrder ? SqlOrder() : []);
    }

    /// <summary>The nested form with the columns and names that somebody else has agreed on with the readers.</summary>
    public SqlQuery BuildAs(IEnumerable<(ColumnSymbol Symbol, string Name)> columns)
    {
        _isBuilt = true;
        return Build([.. columns.Select(c => new SqlItem(SlotOf(c.Symbol).Value.Sql, c.Name))], IsLimited || KeepsOrder ? SqlOrder() : []);
    }

    /// <summary>The outermost form: the result's columns under their own names, in order.</summary>
    public SqlSelect BuildResult(ImmutableArray<ColumnSymbol> columns)
    {
        _isBuilt = true;
        ImmutableArray<SqlItem> items = columns.IsEmpty
            ? [new SqlItem(Expr.Number(1), session.Names.New("c"))]
            : [.. columns.Select(c => new SqlItem(ResultForm.Of(SlotOf(c)), c.Name))];
        return Build(items, SqlOrder());
    }

    /// <summary>The order of rows as SQL; literals order nothing.</summary>
    public ImmutableArray<SqlOrder> SqlOrder() => SqlOrder(Order);

    public ImmutableArray<SqlOrder> SqlWindowOrder() => SqlOrder(WindowOrder.IsEmpty ? Order : WindowOrder);

    private ImmutableArray<SqlOrder> SqlOrder(ImmutableArray<RowOrderKey> keys) =>
    [
        .. keys.Select(k => (k, slot: SlotOf(k.Key)))
            .Where(o => o.slot.Value.Sql is not (SqlString or SqlInteger or SqlFloat or SqlBool or SqlNull))
            .Select(o => new SqlOrder(o.slot.Value.Sql, o.k.Descending, o.k.NullsFirst)),
    ];

    private SqlSelect Build(ImmutableArray<SqlItem> items, ImmutableArray<SqlOrder> order) => new()
    {
        Items = items,
        ArrayJoin = ArrayJoin,
        IsLeftArrayJoin = IsLeftArrayJoin,
        Where = _where,
        GroupBy = GroupBy ?? [],
        Having = Having,
        OrderBy = order,
        LimitBy = LimitBy,
        Limit = Limit,
        // last: only now it is known what is asked of the source
        From = source is NoSource ? null : source.Build(),
    };
}
