using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Drever.Hunting;
using Drever.Kql.Symbols;

namespace Drever.Cli.Output;

/// <summary>A cell as a JSON value: real booleans and nulls, datetimes and timespans as text, dynamic as JSON.</summary>
internal static class CellJson
{
    public static void Write(Utf8JsonWriter json, IHuntingAnswer answer, int column)
    {
        if (answer.IsNull(column))
        {
            json.WriteNullValue();
            return;
        }

        switch (answer.Columns[column].Type)
        {
            case KqlType.Bool: json.WriteBooleanValue(answer.GetBool(column)); break;
            case KqlType.Int: json.WriteNumberValue(answer.GetInt(column)); break;
            case KqlType.Long: json.WriteNumberValue(answer.GetLong(column)); break;
            case KqlType.Real: WriteReal(json, answer.GetReal(column)); break;
            case KqlType.Decimal: json.WriteRawValue(answer.GetDecimalText(column)); break;
            case KqlType.DateTime: json.WriteStringValue(CellText.DateTime(answer.GetDateTimeTicks(column))); break;
            case KqlType.TimeSpan: json.WriteStringValue(CellText.TimeSpan(answer.GetTimeSpanTicks(column))); break;
            case KqlType.Guid: json.WriteStringValue(answer.GetGuid(column)); break;
            case KqlType.Dynamic: WriteDynamic(json, answer.GetDynamicJson(column)); break;
            default: WriteText(json, answer.GetUtf8(column)); break;
        }
    }

    /// <summary>Nothing guarantees that a log was UTF-8: what isn't is replaced.</summary>
    private static void WriteText(Utf8JsonWriter json, ReadOnlySpan<byte> text)
    {
        if (Utf8.IsValid(text))
            json.WriteStringValue(text);
        else
            json.WriteStringValue(Encoding.UTF8.GetString(text));
    }

    private static void WriteReal(Utf8JsonWriter json, double value)
    {
        // JSON has no word for these
        if (double.IsFinite(value))
            json.WriteNumberValue(value);
        else
            json.WriteStringValue(double.IsNaN(value) ? "NaN" : value > 0 ? "Infinity" : "-Infinity");
    }

    private static void WriteDynamic(Utf8JsonWriter json, ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty)
            json.WriteNullValue();
        else
            json.WriteRawValue(text, skipInputValidation: true);
    }
}
