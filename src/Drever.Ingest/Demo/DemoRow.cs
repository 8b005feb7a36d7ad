using System.Globalization;
using Drever.Ingest.Records;

namespace Drever.Ingest.Demo;

/// <summary>Sets the columns of a record.</summary>
internal readonly struct DemoRow(Record record)
{
    public DemoRow Set(string column, string? value)
    {
        if (value is { Length: > 0 })
            record.Add(column, FieldKind.Text, value);
        return this;
    }

    public DemoRow Set(string column, long value)
    {
        record.Add(column, FieldKind.Number, value.ToString(CultureInfo.InvariantCulture));
        return this;
    }

    public DemoRow Set(string column, double value)
    {
        record.Add(column, FieldKind.Number, value.ToString(CultureInfo.InvariantCulture));
        return this;
    }

    public DemoRow Set(string column, bool value)
    {
        record.Add(column, value ? FieldKind.True : FieldKind.False, value ? "true" : "false");
        return this;
    }

    public DemoRow Set(string column, DateTime value)
    {
        record.Add(column, FieldKind.Text, value.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture));
        return this;
    }

    /// <summary>An object or array, as compact JSON.</summary>
    public DemoRow Json(string column, string json)
    {
        record.Add(column, FieldKind.Json, json);
        return this;
    }
}
