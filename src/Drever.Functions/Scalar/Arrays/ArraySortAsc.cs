namespace Drever.Functions.Scalar.Arrays;

/// <summary>Source: Kusto reference, "array_sort_asc()".</summary>
internal sealed class ArraySortAsc : ArraySort
{
    public override IReadOnlyList<string> Signatures =>
    [
        // the repetition would take the last argument too
        "array_sort_asc(array: dynamicarray, nulls_last: const bool): custom",
        "array_sort_asc(array1: dynamicarray, array2: dynamicarray, nulls_last: const bool): custom",
        "array_sort_asc(arrays: dynamicarray{1,64}, nulls_last: const bool?): custom",
    ];

    public override string Doc => "An array in ascending order, and others of its length in the same new order.";

    public override IReadOnlyList<Example> Examples =>
    [
        new("""array_sort_asc(dynamic(["blue","yellow","green"]))""", """["blue","green","yellow"]"""),
        new("array_sort_asc(dynamic([10,9,-1.5]))", "[-1.5,9,10]"),
        new("""array_sort_asc(dynamic([null,"blue","yellow","green",null]))""", """["blue","green","yellow",null,null]"""),
        new("""array_sort_asc(split("John,Paul,Jane,Kao", ","))""", """["Jane","John","Kao","Paul"]"""),
    ];

    protected override bool Descending => false;
}
