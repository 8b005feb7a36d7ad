using System.Globalization;
using System.Text;

namespace Drever.Sql;

/// <summary>Literals and names as ClickHouse reads them. Every character that could end one is escaped.</summary>
internal static class SqlText
{
    public static void AppendString(StringBuilder text, string value)
    {
        text.Append('\'');
        foreach (var c in value)
        {
            switch (c)
            {
                case '\\': text.Append("\\\\"); break;
                case '\'': text.Append("\\'"); break;
                case '\0': text.Append("\\0"); break;
                case '\n': text.Append("\\n"); break;
                case '\r': text.Append("\\r"); break;
                case '\t': text.Append("\\t"); break;
                case < ' ' or '\x7f': text.Append("\\x").Append(((int)c).ToString("X2", CultureInfo.InvariantCulture)); break;
                default: text.Append(c); break;
            }
        }

        text.Append('\'');
    }

    /// <summary>A name in backticks, whatever is in it.</summary>
    public static void AppendName(StringBuilder text, string name)
    {
        text.Append('`');
        foreach (var c in name)
        {
            switch (c)
            {
                case '\\': text.Append("\\\\"); break;
                case '`': text.Append("\\`"); break;
                case '\0': text.Append("\\0"); break;
                case < ' ' or '\x7f': text.Append("\\x").Append(((int)c).ToString("X2", CultureInfo.InvariantCulture)); break;
                default: text.Append(c); break;
            }
        }

        text.Append('`');
    }

    public static void AppendFloat(StringBuilder text, double value)
    {
        if (double.IsNaN(value))
        {
            text.Append("nan");
            return;
        }

        if (double.IsInfinity(value))
        {
            text.Append(value > 0 ? "inf" : "-inf");
            return;
        }

        var digits = value.ToString("R", CultureInfo.InvariantCulture);
        text.Append(digits);

        // 5 would be read as an integer
        if (!digits.AsSpan().ContainsAny('.', 'E'))
            text.Append(".0");
    }
}
