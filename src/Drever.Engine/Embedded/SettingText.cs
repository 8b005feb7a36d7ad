using System.Globalization;
using Drever.Sql;

namespace Drever.Engine.Embedded;

/// <summary>Settings as SQL: the values of limits, and the SET statement.</summary>
internal static class SettingText
{
    /// <summary>One SET statement; null for no settings.</summary>
    public static string? Set(IReadOnlyCollection<EngineSetting> settings) =>
        settings.Count == 0 ? null : "SET " + string.Join(", ", settings.Select(setting => setting.Name + "=" + SqlText.Literal(setting.Value)));

    public static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);

    public static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture);
}
