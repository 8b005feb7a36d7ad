using Drever.Functions.Values;
using Drever.Kql.Symbols;

namespace Drever.Functions.Scalar.Json;

/// <summary>
/// Source: Kusto reference, "column_ifexists()". The binder puts the column or the default in the place of the call; what is left are calls
/// where there is no row, which get the default.
/// </summary>
internal sealed class ColumnIfExists : ScalarFunction
{
    public override IReadOnlyList<string> Signatures =>
    [
        "column_ifexists(column_name: const string, defaultValue: scalar): param1 as FirstArgumentValueIfColumn",
        "columnifexists(column_name: const string, defaultValue: scalar): param1 as FirstArgumentValueIfColumn hidden obsolete -> column_ifexists",
    ];

    public override string Doc => "A column by its name, or a value where there is no such column.";

    public override IReadOnlyList<Example> Examples =>
    [
        new("""column_ifexists("NoSuchColumn", "none")""", "none"),
        new("""column_ifexists("x", 0)""", "5") { Over = "print x = 5" },
    ];

    public override SqlValue Lower(ScalarCall call) => call[1].Type == KqlType.Unknown ? call[1] : call[1].To(call.Type);
}
