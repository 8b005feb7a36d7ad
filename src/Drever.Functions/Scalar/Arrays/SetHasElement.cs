using Drever.Functions.Values;
using Drever.Kql.Symbols;
using Drever.Sql;

namespace Drever.Functions.Scalar.Arrays;

/// <summary>Source: Kusto reference, "set_has_element()".</summary>
internal sealed class SetHasElement : ScalarFunction
{
    public override IReadOnlyList<string> Signatures => ["set_has_element(set: dynamicarray, value: scalar): bool foldable"];

    public override string Doc => "Whether an array has a value among its elements; null for what is no array.";

    public override IReadOnlyList<Example> Examples =>
    [
        new("""set_has_element(dynamic(["this", "is", "an", "example"]), "example")""", "true"),
        new("""set_has_element(dynamic(["a/b"]), "a/b")""", "true"),
        new("set_has_element(dynamic([1,2]), 3)", "false"),
        new("""set_has_element(dynamic(["1"]), 1)""", "false"),
        new("""set_has_element(split("a,b", ","), "b")""", "true"),
        new("""set_has_element(dynamic(null), "b")""", ""),
    ];

    public override SqlValue Lower(ScalarCall call)
    {
        if (call[1].Type == KqlType.String && DynamicArrays.TextsOf(call[0].Sql) is { } texts)
            return call.ReturnsNotNull(Expr.Call("has", texts, call[1].Sql));
        var has = Expr.Call("has", call[0].DynamicItems(), call[1].ToItem());
        return DynamicArrays.IsSurelyArray(call[0].Sql)
            ? call.ReturnsNotNull(has)
            : call.NullUnless(DynamicArrays.IsArray(call[0].Sql), Expr.Call("toBool", has));
    }
}
