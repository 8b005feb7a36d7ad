using System.Text.Json;

namespace Drever.Cli.Output;

/// <summary><c>"columns":[{"name","type"}]</c> with KQL's type names.</summary>
internal static class ColumnsJson
{
    public static void Write(Utf8JsonWriter json, IEnumerable<(string Name, string Type)> columns)
    {
        json.WriteStartArray("columns");
        foreach (var (name, type) in columns)
        {
            json.WriteStartObject();
            json.WriteString("name", name);
            json.WriteString("type", type);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
