using Drever.Functions.Values;
using Drever.Kql.Symbols;
using Drever.Sql;

namespace Drever.Functions.Scalar.Arrays;

/// <summary>Source: Kusto reference, "pack_array()".</summary>
internal sealed class PackArray : ScalarFunction
{
    public override IReadOnlyList<string> Signatures =>
    [
        "pack_array(value: scalar{1,}): custom foldable",
        "pack_array(value: star scalar): custom foldable",
    ];

    public override string Doc => "An array of values of any types.";

    public override IReadOnlyList<Example> Examples =>
    [
        new("""pack_array(1, "2", 3s)""", """[1,"2","00:00:03"]"""),
        new("""pack_array("a", "b")""", """["a","b"]"""),
        new("pack_array(int(null), dynamic([1]), 1.5, true)", "[null,[1],1.5,true]"),
        new("""pack_array(guid(74be27de-1e4e-49d9-b579-fe0b331d3642))[0]""", "\"74be27de-1e4e-49d9-b579-fe0b331d3642\""),
    ];

    public override SqlValue Lower(ScalarCall call) => call.ReturnsNotNull(
        call.Arguments.All(a => a.Type == KqlType.String)
            ? DynamicArrays.FromTexts(Expr.Array([.. call.Arguments.Select(a => a.Sql)]))
            : DynamicArrays.FromItems(Expr.Array([.. call.Arguments.Select(a => a.ToItem())])));
}
