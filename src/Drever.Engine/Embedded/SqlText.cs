using System.Globalization;

namespace Drever.Engine.Embedded;

/// <summary>The few pieces of SQL the engine itself writes: quoted names, quoted values, SET.</summary>
internal static class SqlText
{
    public static string Name(string name) => "`" + Escape(name, '`') + "`";

    public static string Value(string value) => "'" + Escape(value, '\'') + "'";

    /// <summary>One SET statement; null for no settings.</summary>
    public static string? Set(IReadOnlyCollection<EngineSetting> settings) =>
        settings.Count == 0 ? null : "SET " + string.Join(", ", settings.Select(setting => setting.Name + "=" + Value(setting.Value)));

    public static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);

    public static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture);

    private static string Escape(string text, char quote) =>
        text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace(quote.ToString(), "\\" + quote, StringComparison.Ordinal);
}
