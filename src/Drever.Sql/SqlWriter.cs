using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Drever.Sql;

/// <summary>Writes a tree as SQL text: the only place of the project where SQL text comes from. Brackets are set by precedence.</summary>
public sealed partial class SqlWriter
{
    private readonly StringBuilder _text = new();

    private SqlWriter()
    {
    }

    public static string Write(SqlQuery query)
    {
        var writer = new SqlWriter();
        writer.WriteQuery(query);
        return writer._text.ToString();
    }

    public static string Write(SqlExpression expression)
    {
        var writer = new SqlWriter();
        writer.WriteExpression(expression);
        return writer._text.ToString();
    }

    private void WriteQuery(SqlQuery query)
    {
        if (!query.With.IsEmpty)
        {
            _text.Append("WITH ");
            WriteList(query.With, (w, table) =>
            {
                SqlText.AppendName(w._text, table.Name);
                w._text.Append(table.IsMaterialized ? " AS MATERIALIZED (" : " AS (");
                w.WriteQuery(table.Query);
                w._text.Append(')');
            });
            _text.Append(' ');
        }

        switch (query)
        {
            case SqlSelect select:
                WriteSelect(select);
                break;
            case SqlUnionAll union:
                for (var i = 0; i < union.Queries.Length; i++)
                {
                    _text.Append(i == 0 ? "(" : " UNION ALL (");
                    WriteQuery(union.Queries[i]);
                    _text.Append(')');
                }

                break;
            default:
                throw new InvalidOperationException($"no way to write {query.GetType().Name}");
        }
    }

    private void WriteSelect(SqlSelect select)
    {
        _text.Append(select.IsDistinct ? "SELECT DISTINCT " : "SELECT ");
        WriteItems(select.Items);
        if (select.From is not null)
        {
            _text.Append(" FROM ");
            WriteSource(select.From);
        }

        if (!select.ArrayJoin.IsEmpty)
        {
            _text.Append(select.IsLeftArrayJoin ? " LEFT ARRAY JOIN " : " ARRAY JOIN ");
            WriteItems(select.ArrayJoin);
        }

        WriteClause(" WHERE ", select.Where);
        if (!select.GroupBy.IsEmpty)
        {
            _text.Append(" GROUP BY ");
            WriteList(select.GroupBy, (w, e) => w.WriteExpression(e));
        }

        WriteClause(" HAVING ", select.Having);
        WriteOrderBy(" ORDER BY ", select.OrderBy);
        if (select.LimitBy is { } limitBy)
        {
            WriteClause(" LIMIT ", limitBy.Count);
            _text.Append(" BY ");
            WriteList(limitBy.Keys, (w, e) => w.WriteExpression(e));
        }

        WriteClause(" LIMIT ", select.Limit);
        WriteClause(" OFFSET ", select.Offset);
    }

    private void WriteSource(SqlSource source)
    {
        switch (source)
        {
            case SqlTable table:
                if (table.Database is not null)
                {
                    SqlText.AppendName(_text, table.Database);
                    _text.Append('.');
                }

                SqlText.AppendName(_text, table.Name);
                WriteAlias(table.Alias);
                break;
            case SqlSubquery subquery:
                _text.Append('(');
                WriteQuery(subquery.Query);
                _text.Append(')');
                WriteAlias(subquery.Alias);
                break;
            case SqlTableFunction function:
                WriteName(function.Name);
                _text.Append('(');
                WriteList(function.Arguments, (w, e) => w.WriteExpression(e));
                _text.Append(')');
                WriteAlias(function.Alias);
                break;
            case SqlJoin join:
                WriteSource(join.Left);
                _text.Append(' ').Append(JoinWords(join.Kind)).Append(' ');
                WriteSource(join.Right);
                WriteClause(" ON ", join.On);
                break;
            default:
                throw new InvalidOperationException($"no way to write {source.GetType().Name}");
        }
    }

    private void WriteAlias(string alias)
    {
        _text.Append(" AS ");
        SqlText.AppendName(_text, alias);
    }

    private void WriteItems(ImmutableArray<SqlItem> items) => WriteList(items, (w, item) =>
    {
        w.WriteExpression(item.Value);
        w.WriteAlias(item.Alias);
    });

    private void WriteOrderBy(string words, ImmutableArray<SqlOrder> keys)
    {
        if (keys.IsEmpty)
            return;
        _text.Append(words);
        WriteList(keys, (w, key) =>
        {
            w.WriteExpression(key.Value);
            w._text.Append(key.Descending ? " DESC" : " ASC").Append(key.NullsFirst ? " NULLS FIRST" : " NULLS LAST");
        });
    }

    private void WriteClause(string words, SqlExpression? expression)
    {
        if (expression is null)
            return;
        _text.Append(words);
        WriteExpression(expression);
    }

    private void WriteList<T>(ImmutableArray<T> items, Action<SqlWriter, T> write)
    {
        for (var i = 0; i < items.Length; i++)
        {
            if (i > 0)
                _text.Append(", ");
            write(this, items[i]);
        }
    }

    /// <summary>A function's name comes from our own code; that it is one is checked all the same.</summary>
    private void WriteName(string name)
    {
        foreach (var c in name)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c != '_')
                throw new InvalidOperationException($"'{name}' is no function name");
        }

        _text.Append(name);
    }

    private void WriteInteger(long value) => _text.Append(value.ToString(CultureInfo.InvariantCulture));

    private static string JoinWords(SqlJoinKind kind) => kind switch
    {
        SqlJoinKind.Inner => "INNER JOIN",
        SqlJoinKind.InnerAny => "INNER ANY JOIN",
        SqlJoinKind.Left => "LEFT JOIN",
        SqlJoinKind.LeftAny => "LEFT ANY JOIN",
        SqlJoinKind.Right => "RIGHT JOIN",
        SqlJoinKind.Full => "FULL JOIN",
        SqlJoinKind.LeftSemi => "LEFT SEMI JOIN",
        SqlJoinKind.RightSemi => "RIGHT SEMI JOIN",
        SqlJoinKind.LeftAnti => "LEFT ANTI JOIN",
        SqlJoinKind.RightAnti => "RIGHT ANTI JOIN",
        SqlJoinKind.AsofLeft => "ASOF LEFT JOIN",
        SqlJoinKind.Cross => "CROSS JOIN",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "no such join"),
    };
}
