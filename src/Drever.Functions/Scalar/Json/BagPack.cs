using Drever.Functions.Values;

namespace Drever.Functions.Scalar.Json;

/// <summary>Source: Kusto reference, "bag_pack()".</summary>
internal sealed class BagPack : ScalarFunction
{
    public override IReadOnlyList<string> Signatures =>
    [
        "bag_pack((key: string, value: scalar)+): custom foldable",
        "pack((key: string, value: scalar)+): custom hidden obsolete -> bag_pack foldable",
        "pack_dictionary((key: string, value: scalar)+): custom hidden obsolete -> bag_pack foldable",
    ];

    public override string Doc => "A bag of names and values that follow one another.";

    public override IReadOnlyList<Example> Examples =>
    [
        new("""bag_pack("Level", "Information", "ProcessID", 1234, "Data", bag_pack("url", "www.bing.com"))""",
            """{"Level":"Information","ProcessID":1234,"Data":{"url":"www.bing.com"}}"""),
        new("""bag_pack("a", long(null), "b", true, "c", 1h)""", """{"a":null,"b":true,"c":"01:00:00"}"""),
        new("""pack("s", "say \"hi\"/")""", """{"s":"say \"hi\"/"}"""),
    ];

    public override SqlValue Lower(ScalarCall call)
    {
        var slots = Enumerable.Range(0, call.Count / 2).Select(i => (call[2 * i].ToText(), call[(2 * i) + 1].ToItem()));
        return call.ReturnsNotNull(DynamicValues.Bag(slots));
    }
}
