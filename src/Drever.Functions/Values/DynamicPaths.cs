using Drever.Kql.Symbols;
using Drever.Sql;

namespace Drever.Functions.Values;

/// <summary>
/// Reading of dynamic values. Source: Kusto reference, "The dynamic data type". An integer index of a bag, which KQL calls null,
/// is not told from an array's.
/// </summary>
public static class DynamicPaths
{
    /// <summary><c>d.name</c>: null when there is none or <paramref name="json"/> is no bag. The target may also be a string that holds JSON.</summary>
    public static SqlExpression Member(SqlExpression json, string name) =>
        DynamicShapes.Slot(json, name) ?? Step(json, Expr.Text(name));

    /// <summary><c>d[index]</c> by an integer from 0, negative from the end, or by a name; a dynamic is either.</summary>
    public static SqlExpression Element(SqlExpression json, SqlValue index)
    {
        if (!index.Type.IsInteger())
            return index.Type == KqlType.Dynamic ? ByDynamic(json, index) : Step(json, index.ToText());
        var position = Position(index);
        if (DynamicShapes.Texts(json) is { } texts)
            return DynamicShapes.TextAt(texts, position);
        if (DynamicShapes.Items(json) is { } items)
            return DynamicShapes.NullAsEmpty(Expr.Call("arrayElement", items, position));
        return Step(json, position);
    }

    /// <summary>A dynamic as text, as <c>tostring()</c>: strings bare, arrays and bags as JSON, null empty.</summary>
    public static SqlExpression Text(SqlExpression json)
    {
        if ((DynamicShapes.QuotedText(json) ?? DynamicShapes.TextOfElement(json)) is { } text)
            return text;

        // the text of null is empty, and that of an array or a bag is its JSON
        if (json is SqlString { Value: "" or ['[' or '{', ..] } || DynamicShapes.Texts(json) is not null || DynamicShapes.Items(json) is not null)
            return json;
        var (root, path) = DynamicShapes.PathOf(json);
        return path.IsEmpty ? Expr.Call("JSONExtractString", json) : Expr.Call("JSONExtractString", [root, .. path]);
    }

    /// <summary>The value in a type of the engine that is Nullable; numbers in strings are read.</summary>
    public static SqlExpression Extract(SqlExpression json, SqlType type)
    {
        var (root, path) = DynamicShapes.PathOf(json);
        return Expr.Call("JSONExtract", [root, .. path, Expr.Text(type.Name)]);
    }

    public static SqlExpression IsNull(SqlExpression json)
    {
        var (root, path) = DynamicShapes.PathOf(json);
        return path.IsEmpty
            ? Expr.Equal(json, Expr.Text(""))
            : Expr.In(Expr.Call("JSONExtractRaw", [root, .. path]), [Expr.Text(""), Expr.Text("null")]);
    }

    /// <summary>A call that looks into the value: <c>name(root, path...)</c>, for the engine's JSON functions that take a path.</summary>
    public static SqlExpression Ask(string name, SqlExpression json)
    {
        var (root, path) = DynamicShapes.PathOf(json);
        return Expr.Call(name, [root, .. path]);
    }

    /// <summary><c>parse_json(text)</c>: text that is no JSON is a dynamic string, empty text is null.</summary>
    public static SqlExpression Parse(SqlExpression text) => Once.Use("json", text, DynamicShapes.Parse);

    private static SqlExpression Step(SqlExpression json, SqlExpression step)
    {
        var (root, path) = DynamicShapes.PathOf(json);
        return DynamicShapes.AtPath(root, path.Add(step));
    }

    private static SqlExpression ByDynamic(SqlExpression json, SqlValue index)
    {
        var (root, path) = DynamicShapes.PathOf(json);
        return Expr.If(
            Expr.Call("startsWith", index.Sql, Expr.Text("\"")),
            DynamicShapes.AtPath(root, path.Add(index.ToText())),
            DynamicShapes.AtPath(root, path.Add(Position(index.To(KqlType.Long)))));
    }

    /// <summary>The engine counts from 1, and from -1 at the end; no index is out of every range.</summary>
    private static SqlExpression Position(SqlValue index) => index.Sql switch
    {
        SqlInteger { Value: < 0 } constant => constant,
        SqlInteger constant => Expr.Number(constant.Value + 1),
        SqlUnary { Operator: SqlUnaryOperator.Negate, Operand: SqlInteger } => index.Sql,
        _ => Once.Use("index", index.Nullable ? Expr.Call("ifNull", index.Sql, Expr.Number(long.MaxValue - 1)) : index.Sql,
            i => Expr.Add(i, Expr.GreaterOrEqual(i, Expr.Number(0)))),
    };
}
