using System.Collections.Immutable;
using Drever.Functions.Operators;
using Drever.Kql.Symbols;
using Drever.Sql;

namespace Drever.Functions.Aggregates;

/// <summary>
/// Kusto reference, "arg_max()", "arg_min()": values of the row with the largest or smallest value. A row where that is null counts only when
/// all are. One aggregate for each column: they see the rows in the same order, so that all take theirs from the same one. One that can be
/// null goes in a tuple, because the engine would pass over its nulls.
/// </summary>
internal abstract class ArgExtreme(bool isMax) : AggregateFunction
{
    private readonly string _name = isMax ? "max" : "min";

    public override IReadOnlyList<string> Signatures { get; } = isMax
        ?
        [
            "arg_max(maximized: orderable, returned: star? scalar{0,}): custom",
            "argmax(maximized: orderable, returned: star? scalar{0,}): custom hidden obsolete -> arg_max",
        ]
        :
        [
            "arg_min(minimized: orderable, returned: star? scalar{0,}): custom",
            "argmin(minimized: orderable, returned: star? scalar{0,}): custom hidden obsolete -> arg_min",
        ];

    public override SqlValue Lower(ScalarCall call) => LowerMany(call)[0];

    public override ImmutableArray<SqlValue> LowerMany(ScalarCall call)
    {
        var key = call[0];
        var extreme = Aggregation.Pick(call with { Type = key.Type }, _name, key, null);
        if (call.Count == 1)
            return [extreme];
        ImmutableArray<SqlValue> others = [.. call.Arguments.Skip(1).Select(Aggregation.Wide)];
        var rank = Rank(key);
        return [extreme, .. others.Select(o => o with { Sql = OfRow(o, rank) })];
    }

    private SqlExpression OfRow(SqlValue value, SqlExpression rank)
    {
        var name = isMax ? "argMax" : "argMin";
        return value.Nullable
            ? Expr.Call("tupleElement", Expr.Call(name, Expr.Tuple(value.Sql), rank), Expr.Number(1))
            : Expr.Call(name, value.Sql, rank);
    }

    /// <summary>The key with nulls behind everything else.</summary>
    private SqlExpression Rank(SqlValue key)
    {
        if (!key.Nullable)
            return key.Sql;
        return key.Type switch
        {
            KqlType.Bool => OrLast(Expr.Call("toInt8", key.Sql), Expr.Number(isMax ? -1 : 2)),
            KqlType.Real => OrLast(key.Sql, Expr.Number(isMax ? double.NegativeInfinity : double.PositiveInfinity)),
            KqlType.DateTime => OrLast(TimeMath.UnixTicks(key.Sql), Farthest()),
            KqlType.Decimal => OrLast(Expr.Call("toFloat64", key.Sql), Expr.Number(isMax ? double.NegativeInfinity : double.PositiveInfinity)),
            _ => OrLast(Expr.Call("toInt64", key.Sql), Farthest()),
        };
    }

    private SqlExpression Farthest() => isMax ? Expr.Number(long.MinValue) : Expr.Call("toInt64", Expr.Number(long.MaxValue));

    private static SqlExpression OrLast(SqlExpression key, SqlExpression last) => Expr.Call("ifNull", key, last);
}

internal sealed class ArgMax() : ArgExtreme(isMax: true)
{
    public override string Doc => "Values of the row in which an expression is largest.";

    public override IReadOnlyList<Example> Examples { get; } =
    [
        new("arg_max(v)", "3") { Over = "datatable(k: string, v: long)[\"a\", 1, \"b\", 3, \"c\", long(null)]" },
    ];
}

internal sealed class ArgMin() : ArgExtreme(isMax: false)
{
    public override string Doc => "Values of the row in which an expression is smallest.";

    public override IReadOnlyList<Example> Examples { get; } =
    [
        new("arg_min(v)", "1") { Over = "datatable(k: string, v: long)[\"a\", 1, \"b\", 3, \"c\", long(null)]" },
    ];
}
