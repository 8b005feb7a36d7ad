using Drever.Functions.Values;

namespace Drever.Functions.Scalar.Json;

/// <summary>Source: Kusto reference, "bag_keys()".</summary>
internal sealed class BagKeys : ScalarFunction
{
    public override IReadOnlyList<string> Signatures => ["bag_keys(object: dynamicbag): dynamic foldable"];

    public override string Doc => "The names of a bag's properties; null for what is no bag.";

    public override IReadOnlyList<Example> Examples =>
    [
        new("""bag_keys(dynamic({"a":"b", "c":123}))""", """["a","c"]"""),
        new("""bag_keys(dynamic({"a":{"b":1}}))""", """["a"]"""),
        new("bag_keys(dynamic({}))", "[]"),
        new("bag_keys(parse_json('[1]'))", ""),
        new("bag_keys(dynamic(null))", ""),
    ];

    public override SqlValue Lower(ScalarCall call) => call.NullUnless(
        DynamicArrays.IsBag(call[0].Sql), DynamicArrays.FromTexts(DynamicPaths.Ask("JSONExtractKeys", call[0].Sql)));
}
