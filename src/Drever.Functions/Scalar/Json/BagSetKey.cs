using Drever.Functions.Values;

namespace Drever.Functions.Scalar.Json;

/// <summary>Source: Kusto reference, "bag_set_key()": the key may be a path from <c>$</c>, which is made where it is not there.</summary>
internal sealed class BagSetKey : ScalarFunction
{
    public override IReadOnlyList<string> Signatures => ["bag_set_key(bag: dynamicbag, key: const string, value: scalar): custom foldable"];

    public override string Doc => "A bag with one of its properties set.";

    public override IReadOnlyList<Example> Examples =>
    [
        new("""bag_set_key(dynamic({"key1":1,"key2":2}), "key3", 3)""", """{"key1":1,"key2":2,"key3":3}"""),
        new("""bag_set_key(dynamic({"key1":1,"key3":"abc"}), "key3", 3)""", """{"key1":1,"key3":3}"""),
        new("""bag_set_key(dynamic({"key1":123,"key2":{"prop1":123,"prop2":"xyz"}}), "$.key2.prop1", "abc")""", """{"key1":123,"key2":{"prop2":"xyz","prop1":"abc"}}"""),
        new("""bag_set_key(dynamic({"key1":123}), "$.key2.prop1", "abc")""", """{"key1":123,"key2":{"prop1":"abc"}}"""),
    ];

    public override SqlValue Lower(ScalarCall call)
    {
        var key = Constants.Text(call.Bound[1]) ?? "";
        IReadOnlyList<object> path = JsonPath.Parse(key) is { Count: > 0 } steps && steps.All(s => s is string) ? steps : [key];
        return call.NullUnless(DynamicArrays.IsBag(call[0].Sql), Bags.With(call[0].Sql, path, call[2].ToItem()));
    }
}
