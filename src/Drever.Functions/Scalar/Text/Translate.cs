using Drever.Functions.Values;
using Drever.Sql;

namespace Drever.Functions.Scalar.Text;

/// <summary>
/// Source: Kusto reference, "translate()": a replacement list that is too short goes on with its last character; an empty one removes.
/// </summary>
internal sealed class Translate : ScalarFunction
{
    public override IReadOnlyList<string> Signatures => ["translate(searchList: string, replacementList: string, source: string): string foldable"];

    public override string Doc => "The text with each character of one list replaced by its counterpart in another.";

    public override IReadOnlyList<Example> Examples =>
    [
        new("""translate("krasp", "otsku", "spark")""", "kusto"),
        new("""translate("abc", "x", "abc")""", "xxx"),
        new("""translate("abc", "", "ab")""", ""),
    ];

    public override SqlValue Lower(ScalarCall call)
    {
        var search = call[0].ToText();
        var replacement = call[1].ToText();
        var place = Expr.Call("positionUTF8", search, new SqlVariable("character"));
        var counterpart = Expr.Call(
            "substringUTF8", replacement, Expr.Call("least", place, Expr.Call("greatest", Expr.Call("lengthUTF8", replacement), Expr.Number(1))), Expr.Number(1));
        var characters = Expr.Call("extractAll", call[2].ToText(), Expr.Text("(?s)."));
        return call.Text(Expr.Call(
            "arrayStringConcat",
            Expr.Call(
                "arrayMap",
                Expr.Lambda("character", c => Expr.If(Expr.Equal(place, Expr.Number(0)), c, counterpart)),
                characters)));
    }
}
