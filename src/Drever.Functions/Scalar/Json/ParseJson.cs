using Drever.Functions.Values;
using Drever.Kql.Symbols;

namespace Drever.Functions.Scalar.Json;

/// <summary>Source: Kusto reference, "parse_json()": a dynamic goes through as it is, text that is no JSON becomes a dynamic string.</summary>
internal sealed class ParseJson : ScalarFunction
{
    public override IReadOnlyList<string> Signatures =>
    [
        "parse_json(json_text: stringordynamic): dynamic as FirstArgument foldable",
        "parsejson(json_text: stringordynamic): dynamic as FirstArgument hidden obsolete -> parse_json foldable",
        "todynamic(value: string): dynamic as FirstArgument foldable",
        "toobject(value: string): dynamic as FirstArgument hidden obsolete -> todynamic foldable",
    ];

    public override string Doc => "The dynamic value that a JSON text stands for; other text stays a string.";

    public override IReadOnlyList<Example> Examples =>
    [
        new("""parse_json('{"a": 1, "b": [true, null]}')""", """{"a":1,"b":[true,null]}"""),
        new("""parse_json('{"a":123, "b":"{\\"c\\":456}"}').a""", "123"),
        new("""parse_json(tostring(parse_json('{"a":123, "b":"{\\"c\\":456}"}').b)).c""", "456"),
        new("""parse_json('[1, "x"]')[-1]""", "\"x\""),
        new("""parse_json("not json")""", "\"not json\""),
        new("""parse_json("null")""", ""),
        new("""parse_json("")""", ""),
        new("""todynamic("5")""", "5"),
    ];

    public override SqlValue Lower(ScalarCall call) =>
        call.ReturnsNotNull(call[0].Type == KqlType.Dynamic ? call[0].Sql : DynamicPaths.Parse(call[0].ToText()));
}
