using Drever.Functions.Values;
using Drever.Sql;

namespace Drever.Functions.Scalar.Json;

/// <summary>Source: Kusto reference, "bag_has_key()": the key may be a path from <c>$</c>.</summary>
internal sealed class BagHasKey : ScalarFunction
{
    public override IReadOnlyList<string> Signatures => ["bag_has_key(bag: dynamicbag, key: string): bool foldable"];

    public override string Doc => "Whether a bag has a property, or something at a path; null for what is no bag.";

    public override IReadOnlyList<Example> Examples =>
    [
        new("""bag_has_key(dynamic({"key1":123}), "key1")""", "true"),
        new("""bag_has_key(dynamic({"key1":123}), "key2")""", "false"),
        new("""bag_has_key(dynamic({"key1":{"prop1":"abc"}}), "$.key1.prop1")""", "true"),
        new("""bag_has_key(dynamic({"key1":{"prop1":"abc"}}), "$.key1.prop2")""", "false"),
    ];

    public override SqlValue Lower(ScalarCall call)
    {
        var path = Constants.Text(call.Bound[1]) is { } key && JsonPath.Parse(key) is { Count: > 0 } steps
            ? [.. steps.Select(s => s is long index ? Expr.Number(index < 0 ? index : index + 1) : Expr.Text((string)s))]
            : new[] { call[1].ToText() };
        return call.NullUnless(DynamicArrays.IsBag(call[0].Sql), Expr.Call("toBool", Expr.Call("JSONHas", [call[0].Sql, .. path])));
    }
}
