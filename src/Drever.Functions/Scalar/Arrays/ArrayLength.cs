using Drever.Functions.Values;
using Drever.Sql;

namespace Drever.Functions.Scalar.Arrays;

/// <summary>Source: Kusto reference, "array_length()".</summary>
internal sealed class ArrayLength : ScalarFunction
{
    public override IReadOnlyList<string> Signatures =>
    [
        "array_length(array: dynamicarray): long foldable",
        "arraylength(array: dynamicarray): long hidden obsolete -> array_length foldable",
    ];

    public override string Doc => "How many elements an array has; null for what is no array.";

    public override IReadOnlyList<Example> Examples =>
    [
        new("array_length(dynamic([1, 2, 3, [4, 5]]))", "4"),
        new("array_length(dynamic([]))", "0"),
        new("""array_length(parse_json('{"a":1}'))""", ""),
        new("array_length(dynamic(null))", ""),
        new("""array_length(split("a,b", ","))""", "2"),
        new("""array_length(parse_json('{"x":[1,2]}').x)""", "2"),
    ];

    public override SqlValue Lower(ScalarCall call)
    {
        return DynamicArrays.IsSurelyArray(call[0].Sql)
            ? call.CountedAs(call[0].DynamicCount())
            : call.NullUnless(DynamicArrays.IsArray(call[0].Sql), Expr.Call("toInt64", DynamicPaths.Ask("JSONLength", call[0].Sql)));
    }
}
