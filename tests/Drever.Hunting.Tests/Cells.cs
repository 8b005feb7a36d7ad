using System.Globalization;
using System.Text;
using Drever.Kql.Symbols;

namespace Drever.Hunting.Tests;

/// <summary>A cell as text, through the getter of its type.</summary>
internal static class Cells
{
    public static string Text(IHuntingAnswer answer, int i) => answer.IsNull(i) ? "null" : answer.Columns[i].Type switch
    {
        KqlType.Bool => answer.GetBool(i).ToString(),
        KqlType.Int => answer.GetInt(i).ToString(CultureInfo.InvariantCulture),
        KqlType.Long => answer.GetLong(i).ToString(CultureInfo.InvariantCulture),
        KqlType.Real => answer.GetReal(i).ToString(CultureInfo.InvariantCulture),
        KqlType.Decimal => Encoding.ASCII.GetString(answer.GetDecimalText(i)),
        KqlType.DateTime => answer.GetDateTimeTicks(i).ToString(CultureInfo.InvariantCulture),
        KqlType.TimeSpan => answer.GetTimeSpanTicks(i).ToString(CultureInfo.InvariantCulture),
        KqlType.Guid => answer.GetGuid(i).ToString(),
        KqlType.Dynamic => Encoding.UTF8.GetString(answer.GetDynamicJson(i)),
        _ => Encoding.UTF8.GetString(answer.GetUtf8(i)),
    };
}
