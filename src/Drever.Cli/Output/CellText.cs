using System.Globalization;
using System.Text;
using Drever.Hunting;
using Drever.Kql.Symbols;

namespace Drever.Cli.Output;

/// <summary>A cell as text for people and CSV: null and the empty string are both empty.</summary>
internal static class CellText
{
    public static string Of(IHuntingAnswer answer, int column)
    {
        var type = answer.Columns[column].Type;
        if (answer.IsNull(column))
            return "";
        return type switch
        {
            KqlType.Bool => answer.GetBool(column) ? "true" : "false",
            KqlType.Int => answer.GetInt(column).ToString(CultureInfo.InvariantCulture),
            KqlType.Long => answer.GetLong(column).ToString(CultureInfo.InvariantCulture),
            KqlType.Real => Real(answer.GetReal(column)),
            KqlType.Decimal => Encoding.UTF8.GetString(answer.GetDecimalText(column)),
            KqlType.DateTime => DateTime(answer.GetDateTimeTicks(column)),
            KqlType.TimeSpan => TimeSpan(answer.GetTimeSpanTicks(column)),
            KqlType.Guid => answer.GetGuid(column).ToString("D"),
            KqlType.Dynamic => Encoding.UTF8.GetString(answer.GetDynamicJson(column)),
            _ => Encoding.UTF8.GetString(answer.GetUtf8(column)),
        };
    }

    /// <summary>ISO 8601 with <c>Z</c>, the fraction always seven digits.</summary>
    public static string DateTime(long ticks) =>
        new System.DateTime(ticks, DateTimeKind.Utc).ToString("yyyy-MM-ddTHH:mm:ss.fffffffZ", CultureInfo.InvariantCulture);

    /// <summary><c>[-][d.]hh:mm:ss[.fffffff]</c>.</summary>
    public static string TimeSpan(long ticks) => new System.TimeSpan(ticks).ToString("c", CultureInfo.InvariantCulture);

    public static string Real(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
