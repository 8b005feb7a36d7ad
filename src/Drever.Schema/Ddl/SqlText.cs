using System.Text;

namespace Drever.Schema.Ddl;

/// <summary>The one place where names and texts are quoted for the DDL.</summary>
public static class SqlText
{
    /// <summary>A name as an identifier: always in backticks, so that no name can end up as SQL.</summary>
    public static string Identifier(string name) => Quote(name, '`');

    /// <summary>A text as a string literal.</summary>
    public static string Literal(string text) => Quote(text, '\'');

    private static string Quote(string text, char mark)
    {
        var sql = new StringBuilder(text.Length + 2).Append(mark);
        foreach (var c in text)
        {
            if (c == mark || c == '\\')
                sql.Append('\\');
            if (c == '\0')
                sql.Append("\\0");
            else
                sql.Append(c);
        }

        return sql.Append(mark).ToString();
    }
}
