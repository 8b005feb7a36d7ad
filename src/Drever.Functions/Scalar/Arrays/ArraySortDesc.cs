namespace Drever.Functions.Scalar.Arrays;

/// <summary>Source: Kusto reference, "array_sort_desc()".</summary>
internal sealed class ArraySortDesc : ArraySort
{
    public override IReadOnlyList<string> Signatures =>
    [
        // the repetition would take the last argument too
        "array_sort_desc(array: dynamicarray, nulls_last: const bool): custom",
        "array_sort_desc(array1: dynamicarray, array2: dynamicarray, nulls_last: const bool): custom",
        "array_sort_desc(arrays: dynamicarray{1,64}, nulls_last: const bool?): custom",
    ];

    public override string Doc => "An array in descending order, and others of its length in the same new order.";

    public override IReadOnlyList<Example> Examples =>
    [
        new("array_sort_desc(dynamic([1,3,4,5,2]))", "[5,4,3,2,1]"),
        new("""array_sort_desc(dynamic([null,"blue","yellow","green",null]), false)""", """[null,null,"yellow","green","blue"]"""),
        new("""array_sort_desc(dynamic(["x", null, "y"]))""", """["y","x",null]"""),
    ];

    protected override bool Descending => true;
}
