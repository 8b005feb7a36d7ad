using Drever.Kql.Symbols;
using Drever.Sql;

namespace Drever.Functions.Values;

/// <summary>Any value as text, as <c>tostring()</c> prints it. Source: Kusto reference, "tostring()" and the pages of the types.</summary>
public static class TextValues
{
    /// <summary>The text of a value; never NULL, empty where the value is null.</summary>
    public static SqlExpression ToText(this SqlValue value) => value.Type switch
    {
        KqlType.String => value.Sql,
        KqlType.Dynamic => DynamicPaths.Text(value.Sql),
        // a comparison is UInt8 in the engine
        KqlType.Bool => OrEmpty(Expr.Call("toString", Expr.Call("toBool", value.Sql)), value.Nullable),
        KqlType.Real => OfReal(OrEmpty(Expr.Call("toString", value.Sql), value.Nullable)),
        KqlType.DateTime => OrEmpty(OfDateTime(value.Sql), value.Nullable),
        KqlType.TimeSpan => OrEmpty(OfTimeSpan(value.Sql), value.Nullable),
        _ => OrEmpty(Expr.Call("toString", value.Sql), value.Nullable),
    };

    /// <summary>The same as a string value.</summary>
    public static SqlValue AsText(this SqlValue value) => new(value.ToText(), KqlType.String, Nullable: false);

    /// <summary>ISO 8601 with all seven digits: <c>2020-08-30T06:38:35.7664356Z</c>.</summary>
    private static SqlExpression OfDateTime(SqlExpression moment) =>
        Expr.Call("concat", Expr.Call("replaceOne", Expr.Call("toString", moment), Expr.Text(" "), Expr.Text("T")), Expr.Text("Z"));

    /// <summary><c>[-][d.]hh:mm:ss[.fffffff]</c> of ticks.</summary>
    private static SqlExpression OfTimeSpan(SqlExpression ticks) => Once.Use("span", ticks, t =>
    {
        var size = Expr.Call("abs", t);
        var fraction = Expr.Binary(SqlBinaryOperator.Modulo, size, Expr.Number(Ticks.PerSecond));
        return Expr.Call(
            "concat",
            Expr.If(Expr.Less(t, Expr.Number(0)), Expr.Text("-"), Expr.Text("")),
            Expr.If(
                Expr.GreaterOrEqual(size, Expr.Number(Ticks.PerDay)),
                Expr.Call("concat", Expr.Call("toString", Expr.Call("intDiv", size, Expr.Number(Ticks.PerDay))), Expr.Text(".")),
                Expr.Text("")),
            TimeOfDay(Expr.Binary(SqlBinaryOperator.Modulo, size, Expr.Number(Ticks.PerDay))),
            Expr.If(
                Expr.Equal(fraction, Expr.Number(0)),
                Expr.Text(""),
                Expr.Call("concat", Expr.Text("."), Expr.Call("leftPad", Expr.Call("toString", fraction), Expr.Number(7), Expr.Text("0")))));
    });

    /// <summary><c>hh:mm:ss</c> of ticks within a day.</summary>
    private static SqlExpression TimeOfDay(SqlExpression ticks) =>
        Expr.Call(
            "formatDateTime",
            Expr.Call("toDateTime", Expr.Call("intDiv", ticks, Expr.Number(Ticks.PerSecond)), Expr.Text("UTC")),
            Expr.Text("%H:%i:%S"));

    /// <summary>A whole real keeps its <c>.0</c>, so that it can't be taken for a long.</summary>
    private static SqlExpression OfReal(SqlExpression digits) =>
        Expr.Call(
            "transform",
            Expr.Call("replaceRegexpOne", digits, Expr.Text("^(-?[0-9]+)$"), Expr.Text("\\1.0")),
            Expr.Array(Expr.Text("nan"), Expr.Text("inf"), Expr.Text("-inf")),
            Expr.Array(Expr.Text("NaN"), Expr.Text("Infinity"), Expr.Text("-Infinity")));

    private static SqlExpression OrEmpty(SqlExpression text, bool nullable) => nullable ? Expr.Call("ifNull", text, Expr.Text("")) : text;
}
