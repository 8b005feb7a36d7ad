using System.Collections.Immutable;
using Drever.Functions.Values;
using Drever.Kql.Symbols;
using Drever.Sql;

namespace Drever.Functions.Operators;

/// <summary><c>in</c> of values that are no texts: a null is in no list, and a null in the list is nobody's.</summary>
internal static class ValueMembership
{
    public static SqlExpression In(ScalarCall call)
    {
        var value = call[0];
        if (ItemList.TableOf(call) is { } table)
            return NotNull(value, Expr.In(value.Sql, call.Context.LowerTableForIn(table, value.Type)));
        var items = ItemList.Of(call);
        var set = ImmutableArray.CreateBuilder<SqlExpression>();
        var found = Expr.False;
        foreach (var item in items.Values.Where(i => !IsNullLiteral(i)))
        {
            if (IsSameKind(value.Type, item.Type) && IsConstant(item.Sql))
                set.Add(item.Sql);
            else
                found = Expr.Or(found, Equality.Equal(call with { InFilter = false }, value, item).IsTrue());
        }

        if (set.Count > 0)
            found = Expr.Or(NotNull(value, set.Count == 1 ? Expr.Equal(value.Sql, set[0]) : Expr.In(value.Sql, set.ToImmutable())), found);
        foreach (var array in items.Arrays)
            found = Expr.Or(found, NotNull(value, InArray(value, Elements(value.Type, array))));
        return found;
    }

    private static SqlExpression InArray(SqlValue value, SqlExpression elements) =>
        ConstantArrays.IsConstant(elements) ? Expr.In(value.Sql, ConstantArrays.Elements(elements)) : Expr.Call("has", elements, value.Sql);

    private static bool IsNullLiteral(SqlValue item) =>
        item is { Sql: SqlNull or SqlCast { Operand: SqlNull } } or { Type: KqlType.Dynamic, Sql: SqlString { Value: "" } };

    /// <summary>A run-time array's elements in the value's type; what can't be converted is null, which equals nothing.</summary>
    private static SqlExpression Elements(KqlType type, SqlValue array) =>
        Expr.Call(
            "arrayMap",
            Expr.Lambda("element", e => new SqlValue(e, KqlType.Dynamic, Nullable: false).To(type is KqlType.Int or KqlType.Long ? KqlType.Real : type).Sql),
            Expr.If(DynamicArrays.IsArray(array.Sql), array.DynamicItems(), Expr.Array(array.Sql)));

    /// <summary>In a set the engine converts an item to the value's type; only types that convert without loss may share one.</summary>
    private static bool IsSameKind(KqlType value, KqlType item) =>
        value == item || (value.IsInteger() && item.IsInteger()) || (value == KqlType.Real && item.IsInteger());

    private static bool IsConstant(SqlExpression sql) =>
        Arithmetic.ConstantOf(sql) is not null || sql is SqlFloat or SqlBool or SqlString or SqlCast { Operand: SqlString or SqlInteger };

    private static SqlExpression NotNull(SqlValue value, SqlExpression found) => value.Nullable ? Expr.Call("ifNull", found, Expr.False) : found;
}
