using System.Collections.Immutable;
using Drever.Functions;
using Drever.Kql.Binding;
using Drever.Kql.Symbols;
using Drever.Sql;

namespace Drever.Translation.Lowering.Expressions;

/// <summary>
/// Lowers what stands in a summarize: aggregate calls over the input's rows, and keys. Without keys the group may be empty, so
/// every column is shown as nullable there: otherwise the engine's max() of nothing would be 1970 and not null.
/// </summary>
/// <param name="rows">What columns are in the rows, where the block shows another value of them behind the grouping.</param>
internal sealed class AggregateScope(
    RelationLowering relations,
    SelectBlock block,
    IReadOnlyDictionary<ColumnSymbol, SqlValue> keys,
    IReadOnlyDictionary<ColumnSymbol, ColumnSlot> rows,
    bool mayBeEmpty) : RowScope(relations, block)
{
    private int _depth;

    public ImmutableArray<SqlValue> LowerMany(BoundCall call)
    {
        var function = (AggregateFunction)Session.Context.Functions.Implementation(call.Function)!;
        return Inside(() => function.LowerMany(CallOf(call)));
    }

    protected override SqlValue Aggregate(AggregateFunction function, BoundCall call) => Inside(() => function.Lower(CallOf(call)));

    protected override SqlValue Column(ColumnSymbol symbol)
    {
        if (_depth == 0 && keys.TryGetValue(symbol, out var key))
            return key;
        var value = rows.TryGetValue(symbol, out var row) ? row.Value : base.Column(symbol);
        return mayBeEmpty && !value.Nullable && value.Type is not (KqlType.String or KqlType.Dynamic)
            ? value with { Sql = Expr.Call("toNullable", value.Sql), Nullable = true }
            : value;
    }

    private ScalarCall CallOf(BoundCall call) => new(LowerArguments(call, inFilter: false), call.Arguments, call.Type, this);

    private T Inside<T>(Func<T> lower)
    {
        _depth++;
        var lowered = lower();
        _depth--;
        return lowered;
    }
}
