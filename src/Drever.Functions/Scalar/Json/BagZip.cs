using Drever.Functions.Values;
using Drever.Sql;

namespace Drever.Functions.Scalar.Json;

/// <summary>Source: Kusto reference, "bag_zip()": keys that are no strings are left out with their values; missing values are null.</summary>
internal sealed class BagZip : ScalarFunction
{
    public override IReadOnlyList<string> Signatures => ["bag_zip(keys: dynamicarray, values: dynamicarray): dynamic foldable"];

    public override string Doc => "A bag of an array of names and an array of values.";

    public override IReadOnlyList<Example> Examples =>
    [
        new("""bag_zip(dynamic(["a","b","c"]), dynamic([1,"2",3.4]))""", """{"a":1,"b":"2","c":3.4}"""),
        new("""bag_zip(dynamic(["a","b","c"]), dynamic([1,"2"]))""", """{"a":1,"b":"2","c":null}"""),
        new("""bag_zip(dynamic(["a",8,"b"]), dynamic([1,"2",2.5]))""", """{"a":1,"b":2.5}"""),
    ];

    public override SqlValue Lower(ScalarCall call)
    {
        var keys = call[0].DynamicItems();
        var values = Expr.Call("arrayResize", call[1].DynamicItems(), Expr.Call("length", keys), Expr.Text("null"));
        var slots = Expr.Call("arrayMap", Expr.Lambda("key", "value", (k, v) => Expr.Call("concat", k, Expr.Text(":"), v)), keys, values);
        var strings = Expr.Call("arrayFilter", Expr.Lambda("slot", s => Expr.Call("startsWith", s, Expr.Text("\""))), slots);
        return call.NullUnless(
            Expr.And(DynamicArrays.IsArray(call[0].Sql), DynamicArrays.IsArray(call[1].Sql)), DynamicValues.BagOfSlots(strings));
    }
}
