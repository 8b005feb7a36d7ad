using Drever.Kql.Symbols;
using Drever.Sql;

namespace Drever.Functions.Values;

/// <summary>Shorthands for the results of functions.</summary>
internal static class Calls
{
    /// <summary>A string result; what the engine would make NULL, because of a nullable argument, is empty.</summary>
    public static SqlValue Text(this ScalarCall call, SqlExpression sql, bool mayBeNull = false) =>
        call.ReturnsNotNull(mayBeNull ? Expr.Call("ifNull", sql, Expr.Text("")) : sql);

    /// <summary>A long result that is never null, of what the engine counts in unsigned numbers, which have no common type with signed ones.</summary>
    public static SqlValue CountedAs(this ScalarCall call, SqlExpression unsigned) => call.ReturnsNotNull(Expr.Call("toInt64", unsigned));

    /// <summary>A whole number argument that is never NULL; a null counts as <paramref name="otherwise"/>.</summary>
    public static SqlExpression Integer(this SqlValue value, long otherwise)
    {
        var number = value.To(KqlType.Long);
        return number.Nullable ? Expr.Call("ifNull", number.Sql, Expr.Number(otherwise)) : number.Sql;
    }

    /// <summary>The same, cut to where positions in a text or an array can be, so that sums of them fit.</summary>
    public static SqlExpression Position(this SqlValue value, long otherwise) => value.Integer(otherwise) switch
    {
        SqlInteger constant => Expr.Number(Math.Clamp(constant.Value, int.MinValue, int.MaxValue)),
        var number => Expr.Call("greatest", Expr.Call("least", number, Expr.Number(int.MaxValue)), Expr.Number(int.MinValue)),
    };

    /// <summary>A condition under which a value counts; otherwise the result is the null of its type.</summary>
    public static SqlValue NullUnless(this ScalarCall call, SqlExpression condition, SqlExpression value) =>
        call.Type is KqlType.String or KqlType.Dynamic
            ? call.ReturnsNotNull(Expr.If(condition, value, Expr.Text("")))
            : call.ReturnsNullable(Expr.If(condition, value, Expr.Null));

    public static SqlExpression At(this SqlExpression array, long position) => Expr.Call("arrayElement", array, Expr.Number(position));
}
