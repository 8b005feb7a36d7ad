using System.Collections.Immutable;
using Drever.Kql.Symbols;

namespace Drever.Schema.Reading;

/// <summary>Reads <c>functions.txt</c>.</summary>
internal static class FunctionReader
{
    public static ImmutableArray<HuntingFunction> ReadAll()
    {
        var functions = new List<HuntingFunction>();
        foreach (var (keyword, text) in SchemaText.Read("functions.txt"))
        {
            if (keyword == "function")
                functions.Add(Start(SchemaText.Fields(text)));
            else
                functions[^1] = Extend(functions[^1], keyword, text);
        }

        return [.. functions];
    }

    private static HuntingFunction Start(string[] fields) => new(
        fields[0],
        IsInvoked: fields[1] == "invoke",
        fields[2] switch
        {
            "row-preserving" => FunctionResult.AppendsColumns,
            "row-replacing" => FunctionResult.AppendsAndReplaces,
            "table" => FunctionResult.Table,
            "filter" => FunctionResult.Filters,
            _ => throw new InvalidOperationException($"The schema gives the function {fields[0]} the kind '{fields[2]}', which is none."),
        },
        [], [], [], [])
    {
        ReadsAllTime = fields.Contains("all-time"),
        Body = SchemaText.ReadWhole(fields[0] + ".kql"),
    };

    private static HuntingFunction Extend(HuntingFunction function, string keyword, string text) => keyword switch
    {
        "parameters" => function with { Parameters = [.. ColumnFacts.ReadAll(text, ColumnOrigin.Documented).Select(p => new HuntingParameter(p.Name, p.Type, p.StoredName))] },
        "input" => function with { InputColumns = [.. SchemaText.Words(text)] },
        "reads" => function with { Reads = [.. SchemaText.Words(text)] },
        "columns" => function with { Columns = [.. ColumnFacts.ReadAll(text, ColumnOrigin.Documented).Select(c => new ColumnSymbol(c.Name, c.Type))] },
        _ => throw new InvalidOperationException($"The schema's functions have an unknown keyword '{keyword}'."),
    };
}
