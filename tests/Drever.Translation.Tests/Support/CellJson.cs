using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Drever.Engine;
using Drever.Kql.Symbols;

namespace Drever.Translation.Tests.Support;

/// <summary>A cell as the JSON value that <c>query --queries</c> writes for its type.</summary>
internal static class CellJson
{
    public static JsonNode? Of(IHuntingResult row, int column, KqlType type)
    {
        if (row.IsNull(column))
            return null;
        switch (type)
        {
            case KqlType.Bool: return JsonValue.Create(row.GetBoolean(column));
            case KqlType.Int or KqlType.Long: return JsonValue.Create(row.GetInt64(column));
            case KqlType.Real:
                var real = row.GetDouble(column);
                return double.IsFinite(real) ? JsonValue.Create(real) : JsonValue.Create(double.IsNaN(real) ? "NaN" : real > 0 ? "Infinity" : "-Infinity");
            case KqlType.DateTime: return JsonValue.Create(new DateTime(row.GetDateTimeTicks(column), DateTimeKind.Utc).ToString("yyyy-MM-ddTHH:mm:ss.fffffffZ", null));
            case KqlType.TimeSpan: return JsonValue.Create(Span(row.GetInt64(column)));
            case KqlType.Guid: return JsonValue.Create(row.GetGuid(column).ToString("D"));
            case KqlType.Dynamic: return Dynamic(Encoding.UTF8.GetString(row.GetUtf8(column)));
            case KqlType.String: return JsonValue.Create(Encoding.UTF8.GetString(row.GetUtf8(column)));
            default: return JsonValue.Create(row.GetText(column));
        }
    }

    private static JsonNode? Dynamic(string json)
    {
        if (json.Length == 0)
            return null;
        try
        {
            return JsonNode.Parse(json);
        }
        catch (JsonException)
        {
            // the text of a dynamic must be JSON: what is not shows as itself, with a mark that no test expects
            return JsonValue.Create("not JSON: " + json);
        }
    }

    private static string Span(long ticks)
    {
        var span = new TimeSpan(ticks);
        return span.ToString(span.Days != 0 ? (ticks < 0 ? "'-'d'.'hh':'mm':'ss'.'fffffff" : "d'.'hh':'mm':'ss'.'fffffff") : (ticks < 0 ? "'-'hh':'mm':'ss'.'fffffff" : "hh':'mm':'ss'.'fffffff"), null);
    }
}
