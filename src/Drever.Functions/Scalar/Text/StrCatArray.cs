using Drever.Functions.Values;
using Drever.Sql;

namespace Drever.Functions.Scalar.Text;

/// <summary>Source: Kusto reference, "strcat_array()".</summary>
internal sealed class StrCatArray : ScalarFunction
{
    public override IReadOnlyList<string> Signatures =>
    [
        "strcat_array(array: dynamicarray, delimiter: scalar): string foldable",
        "array_strcat(array: dynamicarray, delimiter: scalar): string foldable",
    ];

    public override string Doc => "The elements of an array as one text with a delimiter between them.";

    public override IReadOnlyList<Example> Examples =>
    [
        new("""strcat_array(dynamic([1, 2, 3]), "->")""", "1->2->3"),
        new("""strcat_array(dynamic(["a", null, {"b": 1}]), ",")""", """a,,{"b":1}"""),
        new("""strcat_array(split("a b c", " "), "")""", "abc"),
        new("""strcat_array(dynamic(null), ",")""", ""),
    ];

    public override SqlValue Lower(ScalarCall call)
    {
        var texts = call[0].DynamicTexts();
        if (Constants.Text(call.Bound[1]) is { } delimiter)
            return call.Text(Expr.Call("arrayStringConcat", texts, Expr.Text(delimiter)));

        // the engine's separator has to be a constant
        var word = call.Context.NewVariable("word");
        var number = call.Context.NewVariable("number");
        return call.Text(Once.Use("words", texts, all => Expr.Call(
            "arrayStringConcat",
            Expr.Call(
                "arrayMap",
                Expr.Lambda(word, number, (w, n) => Expr.Call("concat", Expr.If(Expr.Equal(n, Expr.Number(1)), Expr.Text(""), call[1].ToText()), w)),
                all,
                Expr.Call("arrayEnumerate", all)))));
    }
}
