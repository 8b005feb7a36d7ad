using System.Collections.Immutable;
using System.Text.Json;
using Drever.Sql;

namespace Drever.Functions.Values;

/// <summary>
/// The forms in which this folder makes dynamic values. What reads a dynamic looks for them, so that text that was just made is
/// not parsed again: <c>tostring(parse_json(s).a.b)</c> is one JSONExtractString, <c>split(s, ";")[0]</c> never becomes JSON.
/// </summary>
internal static class DynamicShapes
{
    private static readonly SqlExpression NullWord = Expr.Array(Expr.Text("null"));
    private static readonly SqlExpression NoText = Expr.Array(Expr.Text(""));

    /// <summary>JSON's null is the dynamic null.</summary>
    public static SqlExpression NullAsEmpty(SqlExpression json) => Expr.Call("transform", json, NullWord, NoText);

    /// <summary>A path from a root: <c>JSONExtractRaw(root, path...)</c> with JSON's null made empty.</summary>
    public static SqlExpression AtPath(SqlExpression root, ImmutableArray<SqlExpression> path) =>
        NullAsEmpty(Expr.Call("JSONExtractRaw", [root, .. path]));

    /// <summary>The root and path of a value; the value itself and no path when it has another form. A root may be text that is no JSON.</summary>
    public static (SqlExpression Root, ImmutableArray<SqlExpression> Path) PathOf(SqlExpression json) =>
        WithoutNullRule(json) is SqlCall { Name: "JSONExtractRaw" } extract ? (extract.Arguments[0], extract.Arguments[1..])
        : ParsedText(json) is { } text ? (text, [])
        : (json, []);

    /// <summary>
    /// <c>parse_json(text)</c>: valid JSON in the engine's normal form, any other text as a JSON string, empty as null.
    /// </summary>
    public static SqlExpression Parse(SqlExpression text) =>
        new SqlCall("multiIf",
        [
            Expr.Equal(text, Expr.Text("")), Expr.Text(""),
            Expr.Call("isValidJSON", text), NullAsEmpty(Expr.Call("JSONExtractRaw", text)),
            Expr.Call("toJSONString", text),
        ]);

    /// <summary>The text behind <see cref="Parse"/>.</summary>
    private static SqlExpression? ParsedText(SqlExpression json) =>
        json is SqlCall { Name: "multiIf", Arguments: [SqlBinary, SqlString { Value: "" }, SqlCall { Name: "isValidJSON" } valid, _, SqlCall { Name: "toJSONString" }] }
            ? valid.Arguments[0]
            : null;

    private static SqlExpression WithoutNullRule(SqlExpression json) =>
        json is SqlCall { Name: "transform", Arguments: [var inner, var from, _] } && ReferenceEquals(from, NullWord) ? inner : json;

    /// <summary>A dynamic string.</summary>
    public static SqlExpression Quote(SqlExpression text) => Expr.Call("toJSONString", text);

    /// <summary>The text inside a value made by <see cref="Quote"/>.</summary>
    public static SqlExpression? QuotedText(SqlExpression json) =>
        json is SqlCall { Name: "toJSONString", Arguments: [not SqlCast { Type.Name: "Array(String)" } and var text] } ? text : null;

    /// <summary>An array of strings.</summary>
    public static SqlExpression OfTexts(SqlExpression texts) => Expr.Call("toJSONString", Expr.Cast(texts, SqlType.Array(SqlType.String)));

    /// <summary>The strings of a value made by <see cref="OfTexts"/>, or of a constant array of strings.</summary>
    public static SqlExpression? Texts(SqlExpression json) => json switch
    {
        SqlCall { Name: "toJSONString", Arguments: [SqlCast { Type.Name: "Array(String)" } cast] } => cast.Operand,
        SqlString { Value: ['[', '"', ..] constant } when ConstantArrays.Items(constant) is { } items && items.All(i => i.ValueKind == JsonValueKind.String) =>
            new SqlArray([.. items.Select(i => new SqlString(i.GetString()!))]),
        _ => null,
    };

    /// <summary>An array of JSON texts.</summary>
    public static SqlExpression OfItems(SqlExpression items) =>
        Expr.Call("concat", Expr.Text("["), Expr.Call("arrayStringConcat", items, Expr.Text(",")), Expr.Text("]"));

    /// <summary>The elements of a value made by <see cref="OfItems"/>.</summary>
    public static SqlExpression? Items(SqlExpression json) =>
        json is SqlCall
        {
            Name: "concat",
            Arguments: [SqlString { Value: "[" }, SqlCall { Name: "arrayStringConcat", Arguments: [var items, SqlString { Value: "," }] }, SqlString { Value: "]" }],
        }
            ? items
            : null;

    /// <summary>One string of an array of strings as a dynamic; the position counts from 1, null when there is none.</summary>
    public static SqlExpression TextAt(SqlExpression texts, SqlExpression position) =>
        Expr.Call("arrayElement", Expr.Call("arrayMap", Expr.Lambda("text", t => Quote(t)), texts), position);

    /// <summary>The string of a value made by <see cref="TextAt"/>, empty when there is none.</summary>
    public static SqlExpression? TextOfElement(SqlExpression json) =>
        json is SqlCall
        {
            Name: "arrayElement",
            Arguments: [SqlCall { Name: "arrayMap", Arguments: [SqlLambda { Body: SqlCall { Name: "toJSONString", Arguments: [SqlVariable { Name: "text" }] } }, var texts] }, var position],
        }
            ? Expr.Call("arrayElement", texts, position)
            : null;

    /// <summary>
    /// The item under a name of a bag made by <see cref="DynamicValues.Bag"/> with constant names, <c>""</c> when it has none; null for any
    /// other value.
    /// </summary>
    public static SqlExpression? Slot(SqlExpression json, string name)
    {
        if (json is not SqlCall { Name: "concat", Arguments: [SqlString { Value: "{" }, .., SqlString { Value: "}" }] parts } || parts.Length % 4 != 1)
            return null;
        SqlExpression? found = null;
        for (var i = 0; i + 3 < parts.Length; i += 4)
        {
            if (parts[i + 1] is not SqlCall { Name: "toJSONString", Arguments: [SqlString key] } || parts[i + 2] is not SqlString { Value: ":" })
                return null;
            if (found is null && string.Equals(key.Value, name, StringComparison.Ordinal))
                found = parts[i + 3];
        }

        return found is null ? Expr.Text("") : QuotedText(found) is not null ? found : NullAsEmpty(found);
    }
}
