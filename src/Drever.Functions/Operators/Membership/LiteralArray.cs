using System.Text.Json;
using Drever.Functions.Values;
using Drever.Kql.Symbols;
using Drever.Sql;

namespace Drever.Functions.Operators;

/// <summary>A dynamic literal's elements as values of the types they have in JSON.</summary>
internal static class LiteralArray
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 256 };

    /// <summary>The elements of an array; anything else is its own only element. Text that is no JSON, which the binder let pass, is a string.</summary>
    public static IEnumerable<SqlValue> Elements(string json)
    {
        if (json.Length == 0)
            return [];
        try
        {
            using var document = JsonDocument.Parse(json, Options);
            var root = document.RootElement;
            return root.ValueKind == JsonValueKind.Array ? [.. root.EnumerateArray().Select(Value)] : [Value(root)];
        }
        catch (JsonException)
        {
            return [Of(Expr.Text(json), KqlType.String)];
        }
    }

    private static SqlValue Value(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => Of(Expr.Text(element.GetString()!), KqlType.String),
        JsonValueKind.True => Of(Expr.True, KqlType.Bool),
        JsonValueKind.False => Of(Expr.False, KqlType.Bool),
        JsonValueKind.Number when element.TryGetInt64(out var whole) => Of(Expr.Number(whole), KqlType.Long),
        JsonValueKind.Number => Of(Expr.Number(element.GetDouble()), KqlType.Real),
        JsonValueKind.Null => TruthValues.NullOf(KqlType.Dynamic),
        _ => Of(Expr.Text(element.GetRawText()), KqlType.String),
    };

    private static SqlValue Of(SqlExpression sql, KqlType type) => new(sql, type, Nullable: false);
}
