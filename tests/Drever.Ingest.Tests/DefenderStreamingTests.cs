using System.Globalization;
using System.Text.Json;
using Drever.Kql.Symbols;
using Drever.Schema;
using Drever.Testing;

namespace Drever.Ingest.Tests;

/// <summary>The recorded streaming records, as their tenants received them.</summary>
[Collection(EngineCollection.Name)]
public class DefenderStreamingTests(EngineFixture engine)
{
    private const string Folder = "telemetry/defender-streaming";

    [SharedFact(Folder)]
    public async Task Every_record_lands_in_its_table_once()
    {
        using var tenant = await Tenant.CreateAsync(engine);
        var expected = Records().GroupBy(r => r.Table, StringComparer.Ordinal).ToDictionary(g => g.Key, g => (long)g.Count(), StringComparer.Ordinal);

        var first = await tenant.IngestAsync(SharedFiles.PathOf(Folder));
        Assert.Equal(expected.Values.Sum(), first.Stored);
        Assert.Equal((0, 0), (first.Rejected, first.Problems.Count));
        foreach (var (table, count) in expected)
            Assert.Equal(count, await tenant.CountAsync(table));

        var second = await tenant.IngestAsync(SharedFiles.PathOf(Folder));
        Assert.Equal((0, first.Stored), (second.Stored, second.Duplicates));
        foreach (var (table, count) in expected)
            Assert.Equal(count, await tenant.CountAsync(table));
    }

    [SharedFact(Folder)]
    public async Task Every_value_of_every_record_is_stored_as_it_was_sent()
    {
        using var tenant = await Tenant.CreateAsync(engine);
        await tenant.IngestAsync(SharedFiles.PathOf(Folder));
        foreach (var table in Records().GroupBy(r => r.Table, StringComparer.Ordinal))
        {
            Assert.True(Tenant.Schema.TryGetTable(table.Key, out var schema));
            var stored = await StoredAsync(tenant, schema);
            foreach (var record in table)
            {
                var row = Expected(schema, record.Properties);
                var differences = stored.Select(cells => Differences(cells, row, schema).ToList()).MinBy(d => d.Count)!;
                Assert.True(differences.Count == 0, string.Join("; ", differences));
            }
        }
    }

    [SharedFact(Folder)]
    public async Task Properties_that_are_no_columns_are_counted()
    {
        using var tenant = await Tenant.CreateAsync(engine);
        var summary = await tenant.IngestAsync(SharedFiles.PathOf($"{Folder}/sekoia-AlertEvidence.ndjson"));
        Assert.Equal(13, summary.Tables.Single().UnknownProperties["MachineGroup"]);
    }

    /// <summary>Cells that are not as expected; a time column that the record lacks holds the time of reception.</summary>
    private static IEnumerable<string> Differences(Dictionary<string, string?> cells, Dictionary<string, string?> row, HuntingTable table) => cells
        .Where(cell => cell.Value != row.GetValueOrDefault(cell.Key) && (cell.Key != table.TimeColumn?.Name || row.ContainsKey(cell.Key)))
        .Select(cell => $"{table.Name}.{cell.Key}: stored {cell.Value ?? "null"}, expected {row.GetValueOrDefault(cell.Key) ?? "null"}");

    private static async Task<List<Dictionary<string, string?>>> StoredAsync(Tenant tenant, HuntingTable table)
    {
        var columns = table.StoredColumns.Select(c => c.Name).ToArray();
        var rows = await tenant.RowsAsync($"SELECT {string.Join(", ", columns.Select(c => $"`{c}`"))} FROM {table.Name}");
        return [.. rows.Select(row => columns.Zip(row).ToDictionary(c => c.First, c => string.IsNullOrEmpty(c.Second) ? null : c.Second, StringComparer.Ordinal))];
    }

    /// <summary>Stored column to text, worked out with System.Text.Json alone.</summary>
    private static Dictionary<string, string?> Expected(HuntingTable table, JsonElement properties)
    {
        var row = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var property in properties.EnumerateObject())
        {
            var column = table.TryGetColumn(property.Name, out var exact)
                ? exact
                : table.Columns.FirstOrDefault(c => c.Name.Equals(property.Name, StringComparison.OrdinalIgnoreCase));
            if (column is not null && Text(property.Value, column) is { Length: > 0 } text)
                row[column.Stored!.Name] = text;
        }

        return row;
    }

    private static string? Text(JsonElement value, HuntingColumn column)
    {
        if (value.ValueKind == JsonValueKind.Null)
            return null;
        var text = value.ValueKind switch
        {
            JsonValueKind.String => value.GetString()!,
            JsonValueKind.Object or JsonValueKind.Array => JsonSerializer.Serialize(value, Relaxed),
            _ => value.GetRawText(),
        };
        if (text.Length == 0)
            return null;
        return column.Type switch
        {
            KqlType.DateTime => DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal).ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFFZ", CultureInfo.InvariantCulture),
            KqlType.Bool => text is "1" or "true" or "True" ? "true" : text is "0" or "false" or "False" ? "false" : null,
            KqlType.Long or KqlType.Int => long.TryParse(text, CultureInfo.InvariantCulture, out _) ? text : null,
            KqlType.Dynamic when value.ValueKind == JsonValueKind.String && text[0] is not ('{' or '[') => JsonSerializer.Serialize(text, Relaxed),
            KqlType.Dynamic when value.ValueKind == JsonValueKind.String => JsonSerializer.Serialize(JsonDocument.Parse(text).RootElement, Relaxed),
            _ => text,
        };
    }

    private static JsonSerializerOptions Relaxed { get; } = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static List<(string Table, JsonElement Properties)> Records()
    {
        var records = new List<(string, JsonElement)>();
        foreach (var line in Directory.EnumerateFiles(SharedFiles.PathOf(Folder)).SelectMany(File.ReadLines).Where(l => l.Length > 0))
        {
            using var json = JsonDocument.Parse(line);
            records.Add((json.RootElement.GetProperty("category").GetString()!["AdvancedHunting-".Length..], json.RootElement.GetProperty("properties").Clone()));
        }

        return records;
    }
}
