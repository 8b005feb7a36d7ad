using Drever.Kql.Symbols;
using Drever.Sql;

namespace Drever.Functions.Values;

/// <summary>Values of the other types as dynamic ones. Source: Kusto reference, "The dynamic data type".</summary>
public static class DynamicValues
{
    /// <summary>
    /// JSON text; empty where the value is null. What JSON has no form for (datetime, timespan, guid, decimal) is a string.
    /// A string stays a string: reading JSON out of it is <see cref="DynamicPaths.Parse"/>.
    /// </summary>
    public static SqlExpression ToDynamic(this SqlValue value) => value.Type switch
    {
        KqlType.Dynamic or KqlType.Unknown => value.Sql,
        KqlType.String => DynamicShapes.Quote(value.Sql),
        KqlType.Bool or KqlType.Int or KqlType.Long => value.ToText(),
        KqlType.Real => OfReal(value),
        _ => OfText(value),
    };

    /// <summary>The same as a value.</summary>
    public static SqlValue AsDynamic(this SqlValue value) => new(value.ToDynamic(), KqlType.Dynamic, Nullable: false);

    /// <summary>A bag of keys and JSON texts (no text empty: null is <c>null</c>).</summary>
    public static SqlExpression Bag(IEnumerable<(SqlExpression Key, SqlExpression Item)> slots)
    {
        var parts = new List<SqlExpression>();
        foreach (var (key, item) in slots)
        {
            parts.Add(Expr.Text(parts.Count == 0 ? "{" : ","));
            parts.Add(DynamicShapes.Quote(key));
            parts.Add(Expr.Text(":"));
            parts.Add(item);
        }

        return parts.Count == 0 ? Expr.Text("{}") : Expr.Call("concat", [.. parts, Expr.Text("}")]);
    }

    /// <summary>A bag of an array of <c>"key":value</c> texts.</summary>
    public static SqlExpression BagOfSlots(SqlExpression slots) =>
        Expr.Call("concat", Expr.Text("{"), Expr.Call("arrayStringConcat", slots, Expr.Text(",")), Expr.Text("}"));

    internal static bool IsNeverNull(SqlValue value) => value.Type == KqlType.String || (!value.Nullable && value.Type is not (KqlType.Dynamic or KqlType.Unknown));

    /// <summary>NaN and the infinities are strings.</summary>
    private static SqlExpression OfReal(SqlValue value)
    {
        var words = Expr.Array(Expr.Text("NaN"), Expr.Text("Infinity"), Expr.Text("-Infinity"));
        var quoted = Expr.Array(Expr.Text("\"NaN\""), Expr.Text("\"Infinity\""), Expr.Text("\"-Infinity\""));
        return value.Sql is SqlFloat { Value: var constant } && double.IsFinite(constant)
            ? value.ToText()
            : Expr.Call("transform", value.ToText(), words, quoted);
    }

    /// <summary>Text without characters to escape, in quotes.</summary>
    private static SqlExpression OfText(SqlValue value)
    {
        var text = (value with { Nullable = false }).ToText();
        var json = Expr.Call("concat", Expr.Text("\""), text, Expr.Text("\""));
        return value.Nullable ? Expr.Call("ifNull", json, Expr.Text("")) : json;
    }
}
