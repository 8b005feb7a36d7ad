using System.Globalization;
using System.Text;

namespace Drever.Sql;

/// <summary>Literals and names as ClickHouse reads them, for everything that writes SQL. Every character that could end one is escaped.</summary>
public static class SqlText
{
    /// <summary>A name in backticks, whatever is in it.</summary>
    public static string Identifier(string name) => Quoted(name, '`');

    /// <summary>A text as a string literal.</summary>
    public static string Literal(string value) => Quoted(value, '\'');

    internal static void AppendString(StringBuilder text, string value) => Append(text, value, '\'');

    internal static void AppendName(StringBuilder text, string name) => Append(text, name, '`');

    private static string Quoted(string value, char quote)
    {
        var text = new StringBuilder(value.Length + 2);
        Append(text, value, quote);
        return text.ToString();
    }

    private static void Append(StringBuilder text, string value, char quote)
    {
        text.Append(quote);
        foreach (var c in value)
        {
            switch (c)
            {
                case '\\': text.Append("\\\\"); break;
                case '\0': text.Append("\\0"); break;
                case '\n': text.Append("\\n"); break;
                case '\r': text.Append("\\r"); break;
                case '\t': text.Append("\\t"); break;
                case < ' ' or '\x7f': text.Append("\\x").Append(((int)c).ToString("X2", CultureInfo.InvariantCulture)); break;
                default:
                    if (c == quote)
                        text.Append('\\');
                    text.Append(c);
                    break;
            }
        }

        text.Append(quote);
    }

    internal static void AppendFloat(StringBuilder text, double value)
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
