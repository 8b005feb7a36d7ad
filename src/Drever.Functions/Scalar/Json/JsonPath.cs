using System.Globalization;
using Drever.Functions.Values;
using Drever.Kql.Symbols;
using Drever.Sql;

namespace Drever.Functions.Scalar.Json;

/// <summary>
/// A JSONPath of names and numbers from the root: <c>$.a.b[0]['c d']</c>. Source: Kusto reference, "extract_json()". Wildcards, filters
/// and <c>..</c> are not in KQL's subset.
/// </summary>
internal static class JsonPath
{
    /// <summary>The steps, each a <see cref="string"/> or a <see cref="long"/>; null when the text is no such path.</summary>
    public static IReadOnlyList<object>? Parse(string path)
    {
        if (path is not ['$', ..])
            return null;
        var steps = new List<object>();
        var at = 1;
        while (at < path.Length)
        {
            var step = path[at] switch
            {
                '.' => ReadName(path, ref at),
                '[' => ReadBracket(path, ref at),
                _ => null,
            };
            if (step is null)
                return null;
            steps.Add(step);
        }

        return steps;
    }

    /// <summary>The value at the path.</summary>
    public static SqlExpression Follow(SqlExpression json, IReadOnlyList<object> steps) =>
        steps.Aggregate(json, (at, step) => step is long index
            ? DynamicPaths.Element(at, new SqlValue(Expr.Number(index), KqlType.Long, Nullable: false))
            : DynamicPaths.Member(at, (string)step));

    private static string? ReadName(string path, ref int at)
    {
        var start = ++at;
        while (at < path.Length && path[at] is not ('.' or '['))
            at++;
        return at == start || path[start] == '*' ? null : path[start..at];
    }

    private static object? ReadBracket(string path, ref int at)
    {
        var end = path.IndexOf(']', at);
        if (end < 0)
            return null;
        var inside = path.AsSpan(at + 1, end - at - 1).Trim();
        if (inside is ['\'' or '"', ..] && inside.Length > 1 && path.IndexOf(inside[0], at + 2) is > 0 and var close)
        {
            end = path.IndexOf(']', close);
            var name = path[(path.IndexOf(inside[0], at) + 1)..close];
            at = end + 1;
            return end < 0 ? null : name;
        }

        at = end + 1;
        return long.TryParse(inside, NumberStyles.Integer, CultureInfo.InvariantCulture, out var index) ? index : null;
    }
}
