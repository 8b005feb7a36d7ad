using Drever.Sql;

namespace Drever.Functions.Values;

/// <summary>Dynamic arrays as the engine's arrays, and back.</summary>
public static class DynamicArrays
{
    /// <summary>The elements as JSON texts where the expression has just made an array of them, so that it need not be asked what it is; else null.</summary>
    public static SqlExpression? KnownItems(this SqlValue value) =>
        DynamicShapes.Items(value.Sql)
        ?? (DynamicShapes.Texts(value.Sql) is { } texts ? Expr.Call("arrayMap", Expr.Lambda("text", t => DynamicShapes.Quote(t)), texts) : null);

    /// <summary>
    /// The elements as JSON texts, <c>Array(String)</c>; what is no array has none. A null element is the word <c>null</c>:
    /// <see cref="ItemToDynamic"/> makes a dynamic value of an element.
    /// </summary>
    public static SqlExpression DynamicItems(this SqlValue value) =>
        DynamicShapes.Items(value.Sql)
        ?? (DynamicShapes.Texts(value.Sql) is { } texts
            ? Expr.Call("arrayMap", Expr.Lambda("text", t => DynamicShapes.Quote(t)), texts)
            : DynamicPaths.Ask("JSONExtractArrayRaw", value.Sql));

    /// <summary>The elements as <c>tostring()</c> prints them, <c>Array(String)</c>.</summary>
    public static SqlExpression DynamicTexts(this SqlValue value) =>
        DynamicShapes.Texts(value.Sql)
        ?? (DynamicShapes.Items(value.Sql) is { } items ? TextsOfItems(items) : DynamicPaths.Extract(value.Sql, SqlType.Array(SqlType.String)));

    /// <summary>How many elements; 0 for what is no array.</summary>
    public static SqlExpression DynamicCount(this SqlValue value) =>
        (DynamicShapes.Texts(value.Sql) ?? DynamicShapes.Items(value.Sql)) is { } array
            ? Expr.Call("length", array)
            : Expr.If(IsArray(value.Sql), DynamicPaths.Ask("JSONLength", value.Sql), Expr.Number(0));

    /// <summary>A dynamic array of JSON texts (<c>Array(String)</c>, none of them empty: null is <c>null</c>).</summary>
    public static SqlExpression FromItems(SqlExpression items) => DynamicShapes.OfItems(items);

    /// <summary>A dynamic array of strings (<c>Array(String)</c>).</summary>
    public static SqlExpression FromTexts(SqlExpression texts) => DynamicShapes.OfTexts(texts);

    /// <summary>A value as an element of an array or a bag: JSON text, <c>null</c> for null.</summary>
    public static SqlExpression ToItem(this SqlValue value)
    {
        var json = value.ToDynamic();
        return DynamicValues.IsNeverNull(value) ? json : Expr.Call("transform", json, Expr.Array(Expr.Text("")), Expr.Array(Expr.Text("null")));
    }

    /// <summary>An element of <see cref="DynamicItems"/> as a dynamic value: <c>null</c> becomes empty.</summary>
    public static SqlExpression ItemToDynamic(SqlExpression item) => DynamicShapes.NullAsEmpty(item);

    /// <summary>The strings of a value that was just made of an <c>Array(String)</c>; null for any other.</summary>
    public static SqlExpression? TextsOf(SqlExpression json) => DynamicShapes.Texts(json);

    /// <summary>Whether the value was just made as an array, so that it needs no check.</summary>
    public static bool IsSurelyArray(SqlExpression json) => DynamicShapes.Texts(json) is not null || DynamicShapes.Items(json) is not null;

    /// <summary>Whether the value is an array.</summary>
    public static SqlExpression IsArray(SqlExpression json) => Is(json, "Array", "[");

    /// <summary>Whether the value is a bag.</summary>
    public static SqlExpression IsBag(SqlExpression json) => Is(json, "Object", "{");

    /// <summary>A value shows by its first character; of what is still to be looked up the engine tells the type.</summary>
    private static SqlExpression Is(SqlExpression json, string type, string first)
    {
        var (root, path) = DynamicShapes.PathOf(json);
        return path.IsEmpty && ReferenceEquals(root, json)
            ? Expr.Call("startsWith", json, Expr.Text(first))
            : Expr.Equal(Expr.Call("JSONType", [root, .. path]), Expr.Text(type));
    }

    private static SqlExpression TextsOfItems(SqlExpression items) =>
        Expr.Call("arrayMap", Expr.Lambda("item", i => Expr.Call("JSONExtractString", i)), items);
}
