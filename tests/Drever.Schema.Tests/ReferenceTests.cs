using System.Text.Json;
using Drever.Kql.Symbols;
using Drever.Testing;

namespace Drever.Schema.Tests;

/// <summary>Holds the schema against the reference: every name, type and order.</summary>
public class ReferenceTests
{
    private static readonly HuntingSchema Schema = HuntingSchema.Load();

    [SharedFact("schema/tables.json")]
    public void Tables_are_those_of_the_reference()
    {
        foreach (var table in Tables("schema/tables.json"))
        {
            Assert.True(Schema.TryGetTable(table.GetProperty("name").GetString()!, out var ours));
            Assert.Equal(Columns(table, "columns"), ours.Columns.Select(Show));
            Assert.Equal(table.GetProperty("timeColumn").GetString(), ours.TimeColumn?.Name);
            Assert.Equal(table.GetProperty("category").GetString(), ours.Category);
            foreach (var list in (string[])["formerColumns", "observedColumns"])
                Assert.Empty(Columns(table, list).Except(ours.HiddenColumns.Select(Show)));
        }
    }

    [SharedFact("schema/legacy.json")]
    public void Legacy_tables_are_those_of_the_reference()
    {
        foreach (var table in Tables("schema/legacy.json"))
        {
            Assert.True(Schema.TryGetTable(table.GetProperty("name").GetString()!, out var ours));
            Assert.Equal(Columns(table, "columns"), ours.Columns.Select(Show));
            if (table.GetProperty("currentTable").GetString() is not { } current)
                continue;
            Assert.Equal(current, ours.Storage.Name);
            Assert.Equal(
                table.GetProperty("columns").EnumerateArray().Select(c => c.GetProperty("currentColumn").GetString()),
                ours.Columns.Select(c => c.Stored?.Name));
        }
    }

    [SharedFact("corpus/extended-columns.json")]
    public void Columns_that_public_queries_use_beyond_the_pages_resolve()
    {
        foreach (var table in Tables("corpus/extended-columns.json"))
        {
            Assert.True(Schema.TryGetTable(table.GetProperty("name").GetString()!, out var ours));
            foreach (var column in table.GetProperty("columns").EnumerateArray())
            {
                Assert.True(ours.TryGetColumn(column.GetProperty("name").GetString()!, out var found));
                if (column.GetProperty("why").GetString() == "read as dynamic")
                    Assert.True(found.HoldsJson);
                else
                    Assert.Equal(column.GetProperty("type").GetString(), found.Type.Name());
            }
        }
    }

    private static string Show(HuntingColumn column) => $"{column.Name}:{column.Type.Name()}";

    private static IEnumerable<string> Columns(JsonElement table, string list) => table.TryGetProperty(list, out var columns)
        ? columns.EnumerateArray().Select(c => $"{c.GetProperty("name").GetString()}:{c.GetProperty("type").GetString()}")
        : [];

    private static List<JsonElement> Tables(string file)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(SharedFiles.PathOf(file)));
        return [.. json.RootElement.GetProperty("tables").EnumerateArray().Select(t => t.Clone())];
    }
}
