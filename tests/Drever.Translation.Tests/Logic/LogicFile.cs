using System.Text;

namespace Drever.Translation.Tests.Logic;

/// <summary>
/// Reads and rewrites <c>tests/logic/**.kqltest</c>:
/// <code>
/// === name of the test
/// KQL
/// --- rows a:long, b:string      (or: ordered a:long, ...; in any order or in this one)
/// [1, "x"]
/// --- sql
/// SELECT ...
/// --- error part of the message
/// --- open                       (KQL leaves the answer open: not held against the one without rewrite rules)
/// </code>
/// </summary>
internal static class LogicFile
{
    public static string Root { get; } = FindRoot();

    public static IReadOnlyList<LogicCase> ReadAll() =>
        [.. Directory.EnumerateFiles(Root, "*.kqltest", SearchOption.AllDirectories).Order(StringComparer.Ordinal).SelectMany(Read)];

    public static IEnumerable<LogicCase> Read(string path)
    {
        LogicCase? current = null;
        var section = new List<string>();
        var head = "";
        foreach (var line in File.ReadLines(path).Append("=== "))
        {
            if (!line.StartsWith("=== ", StringComparison.Ordinal) && !line.StartsWith("--- ", StringComparison.Ordinal))
            {
                if (current is not null)
                    section.Add(line);
                continue;
            }

            if (current is not null)
                Close(current, head, section);
            section.Clear();
            head = line[4..].Trim();
            if (line[0] == '=')
            {
                if (current is not null)
                    yield return current;
                current = new LogicCase { File = Path.GetRelativePath(Root, path), Name = head };
                head = "query";
            }
        }
    }

    /// <summary>Writes the pinned SQL of one test anew.</summary>
    public static void Rewrite(LogicCase test, string sql)
    {
        var path = Path.Combine(Root, test.File);
        var text = new StringBuilder();
        bool here = false, inSql = false;
        foreach (var line in File.ReadAllLines(path))
        {
            if (line.StartsWith("=== ", StringComparison.Ordinal))
                (here, inSql) = (line[4..].Trim() == test.Name, false);
            else if (line.StartsWith("--- ", StringComparison.Ordinal))
                inSql = here && line[4..].Trim() == "sql";
            else if (inSql && line.Trim().Length > 0)
                continue;
            text.Append(line).Append('\n');
            if (inSql && line.StartsWith("--- ", StringComparison.Ordinal))
                text.Append(sql).Append('\n');
        }

        File.WriteAllText(path, text.ToString());
    }

    private static void Close(LogicCase test, string head, List<string> lines)
    {
        var text = string.Join('\n', lines).Trim();
        var word = head.Split(' ', 2)[0];
        var rest = head[word.Length..].Trim();
        switch (word)
        {
            case "query": test.Query = text; break;
            case "sql": test.Sql = text; break;
            case "open": test.IsOpen = true; break;
            case "error": test.Error = rest; break;
            case "rows" or "ordered":
                test.Columns = rest;
                test.IsOrdered = word == "ordered";
                test.Rows = [.. lines.Where(l => l.Trim().Length > 0)];
                break;
            default: throw new FormatException($"{test}: '{word}' is no section");
        }
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Drever.slnx")))
                return Path.Combine(folder.FullName, "tests", "logic");
        }

        throw new InvalidOperationException("the repository's root is not above the test");
    }
}
