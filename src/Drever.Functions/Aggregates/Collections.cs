using Drever.Functions.Operators;
using Drever.Functions.Values;
using Drever.Kql.Symbols;
using Drever.Sql;

namespace Drever.Functions.Aggregates;

/// <summary>What make_set and make_list share: how large they grow, and how values become elements.</summary>
internal static class Collections
{
    /// <summary>KQL's own limit, and what a list gets without one.</summary>
    private const long MostElements = 1_048_576;

    /// <summary>The size argument, a constant; out of range it means the most.</summary>
    public static SqlExpression Limit(ScalarCall call, int index) =>
        Expr.Number(call.Count > index && Arithmetic.ConstantOf(call[index].Sql) is { } limit and > 0 and < MostElements ? limit : MostElements);

    /// <summary>An engine array of a type's values as a dynamic array.</summary>
    public static SqlExpression ToDynamic(SqlExpression array, KqlType type) => type switch
    {
        KqlType.String => DynamicArrays.FromTexts(array),
        KqlType.Dynamic => DynamicArrays.FromItems(array),
        _ => DynamicArrays.FromItems(Expr.Call("arrayMap", Expr.Lambda("value", v => new SqlValue(v, type, Nullable: false).ToItem()), array)),
    };
}
