using Drever.Functions.Values;
using Drever.Kql.Symbols;
using Drever.Sql;

namespace Drever.Functions.Scalar.Arrays;

/// <summary>
/// What array_sort_asc() and array_sort_desc() share: numbers by value, strings by code point, nulls last unless asked otherwise. Several
/// arrays, of one length, are put into the order of the first one and result in an array of arrays.
/// </summary>
internal abstract class ArraySort : ScalarFunction
{
    protected abstract bool Descending { get; }

    private string Function => Descending ? "arrayReverseSort" : "arraySort";

    public override SqlValue Lower(ScalarCall call)
    {
        var nullsLast = call[call.Count - 1] is not { Type: KqlType.Bool, Sql: SqlBool { Value: false } };
        var arrays = call.Arguments.Where(a => a.Type != KqlType.Bool).ToList();
        if (arrays is [var only] && DynamicArrays.TextsOf(only.Sql) is { } texts)
            return call.ReturnsNotNull(DynamicArrays.FromTexts(Expr.Call(Function, texts)));

        var isArray = arrays.Select(a => DynamicArrays.IsArray(a.Sql)).Aggregate(Expr.And);
        var sorted = Once.Use("first", arrays[0].DynamicItems(), first =>
        {
            var keys = Expr.Call("arrayMap", Expr.Lambda("item", i => Key(i, nullsLast)), first);
            return arrays.Count == 1
                ? DynamicArrays.FromItems(Sorted(first, keys))
                : DynamicArrays.FromItems(Expr.Array([.. arrays.Select((a, i) => DynamicArrays.FromItems(
                    Sorted(i == 0 ? first : Expr.Call("arrayResize", a.DynamicItems(), Expr.Call("length", first), Expr.Text("null")), keys)))]));
        });
        if (arrays.Count > 1)
            isArray = Expr.And(isArray, SameLength(arrays));
        return call.NullUnless(isArray, sorted);
    }

    private SqlExpression Sorted(SqlExpression items, SqlExpression keys) =>
        Expr.Call(Function, Expr.Lambda("item", "key", (_, key) => key), items, keys);

    private static SqlExpression SameLength(List<SqlValue> arrays) =>
        Expr.Equal(Expr.Call("length", Expr.Call("arrayDistinct", Expr.Array([.. arrays.Select(a => a.DynamicCount())]))), Expr.Number(1));

    /// <summary>Null or not, number, text without its closing quote, which would sort after a blank.</summary>
    private SqlExpression Key(SqlExpression item, bool nullsLast)
    {
        var isNull = Expr.Equal(item, Expr.Text("null"));
        return Expr.Tuple(
            nullsLast == Descending ? Expr.Not(isNull) : isNull,
            Expr.Call("startsWith", item, Expr.Text("\"")),
            Expr.Call("toFloat64OrZero", item),
            Expr.Call("trimRight", item, Expr.Text("\"")));
    }
}
