using Drever.Functions.Values;
using Drever.Kql.Symbols;
using Drever.Sql;

namespace Drever.Functions.Scalar.Arrays;

/// <summary>
/// Source: Kusto reference, "array_iff()": numbers other than 0 and true count as true; a scalar stands for all positions; a missing value
/// is null, and so is the result of a condition that is neither bool nor number.
/// </summary>
internal sealed class ArrayIff : ScalarFunction
{
    public override IReadOnlyList<string> Signatures =>
    [
        "array_iff(condition_array: dynamicarray, when_true: scalar, when_false: scalar): custom foldable",
        "array_iif(condition_array: dynamicarray, when_true: scalar, when_false: scalar): custom hidden foldable",
    ];

    public override string Doc => "An array that takes each element from one of two arrays, by a condition.";

    public override IReadOnlyList<Example> Examples =>
    [
        new("array_iff(dynamic([true,false,true]), dynamic([1,2,3]), dynamic([4,5,6]))", "[1,5,3]"),
        new("""array_iff(dynamic([1,0,50]), "yes", "no")""", """["yes","no","yes"]"""),
        new("array_iff(dynamic([true,true,true]), dynamic([1,2]), dynamic([3]))", "[1,2,null]"),
        new("""array_iff(dynamic(["some string value", null]), 1, 0)""", "[null,null]"),
    ];

    public override SqlValue Lower(ScalarCall call)
    {
        var conditions = call[0].DynamicItems();
        var count = Expr.Call("length", conditions);
        var chosen = Expr.Call(
            "arrayMap",
            new SqlLambda(["condition", "yes", "no"], Choice(new SqlVariable("condition"), new SqlVariable("yes"), new SqlVariable("no"))),
            conditions,
            Side(call[1], count),
            Side(call[2], count));
        return call.NullUnless(DynamicArrays.IsArray(call[0].Sql), DynamicArrays.FromItems(chosen));
    }

    private static SqlExpression Choice(SqlExpression condition, SqlExpression yes, SqlExpression no) => Expr.Call(
        "multiIf",
        Expr.In(condition, [Expr.Text("false"), Expr.Text("0")]), no,
        Expr.Or(Expr.Equal(condition, Expr.Text("true")), Expr.Call("match", condition, Expr.Text("^-?[0-9]"))), yes,
        Expr.Text("null"));

    /// <summary>An array's elements, or a scalar as often as needed.</summary>
    private static SqlExpression Side(SqlValue value, SqlExpression count)
    {
        var repeated = Expr.Call("arrayResize", Expr.Call("emptyArrayString"), count, value.ToItem());
        if (value.Type != KqlType.Dynamic)
            return repeated;
        return Expr.If(
            DynamicArrays.IsArray(value.Sql),
            Expr.Call("arrayResize", value.DynamicItems(), count, Expr.Text("null")),
            repeated);
    }
}
