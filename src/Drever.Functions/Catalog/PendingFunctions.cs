using Drever.Kql.Symbols;

namespace Drever.Functions;

/// <summary>
/// Declarations of functions that bind but have no lowering yet, from <c>Pending.txt</c>. The names, parameters and results are
/// those that the official language service lists. A function that gets its own file leaves the list.
/// </summary>
internal static class PendingFunctions
{
    public static IEnumerable<FunctionSymbol> Read()
    {
        var sections = new Dictionary<FunctionKind, List<string>>();
        List<string>? current = null;
        foreach (var line in Lines())
        {
            if (line.StartsWith("# ", StringComparison.Ordinal))
                sections[KindOf(line[2..])] = current = [];
            else if (line.Length > 0)
                (current ?? throw new FormatException("Pending.txt begins with a section")).Add(line);
        }

        return sections.SelectMany(section => Declarations.Read(section.Value, section.Key, isPending: true));
    }

    private static FunctionKind KindOf(string section) => section switch
    {
        "functions" => FunctionKind.Scalar,
        "aggregates" => FunctionKind.Aggregate,
        "plugins" => FunctionKind.Plugin,
        "operators" => FunctionKind.Operator,
        _ => throw new FormatException($"'{section}' is no section of Pending.txt"),
    };

    private static IEnumerable<string> Lines()
    {
        using var stream = typeof(PendingFunctions).Assembly.GetManifestResourceStream("Drever.Functions.Catalog.Pending.txt")
            ?? throw new InvalidOperationException("Pending.txt is not in the assembly");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
            yield return line;
    }
}
