using Drever.Functions.Values;
using Drever.Sql;

namespace Drever.Functions.Scalar.Text;

/// <summary>
/// Source: Kusto reference, "replace_strings()": what one replacement made is not replaced again; a replacement that is no string leaves
/// what it was to replace, which is not looked at again either.
/// </summary>
internal sealed class ReplaceStrings : ScalarFunction
{
    public override IReadOnlyList<string> Signatures => ["replace_strings(text: string, lookups: dynamicarray, rewrites: dynamicarray): string foldable"];

    public override string Doc => "The text with every occurrence of several strings replaced by their counterparts.";

    public override IReadOnlyList<Example> Examples =>
    [
        new("""replace_strings("A magic trick can turn a cat into a dog", dynamic(["cat", "dog"]), dynamic(["dog", "pigeon"]))""", "A magic trick can turn a dog into a pigeon"),
        new("""replace_strings("turn a cat into a dog", dynamic(["turn", " into a dog"]), dynamic(["disappear", ""]))""", "disappear a cat"),
        new("""replace_strings("This is an example", dynamic(["This", "is"]), dynamic([12345, "was"]))""", "This was an example"),
    ];

    public override SqlValue Lower(ScalarCall call)
    {
        var lookups = call[1].DynamicTexts();
        var numbers = Expr.Call("arrayEnumerate", lookups);
        var marked = Fold(call[0].ToText(), "found", lookups, numbers, (lookup, number) => (lookup, Mark(number)));
        var rewrites = Expr.Call(
            "arrayMap",
            Expr.Lambda("item", "lookup", (item, lookup) => Expr.If(
                Expr.Call("startsWith", item, Expr.Text("\"")), Expr.Call("JSONExtractString", item), lookup)),
            Expr.Call("arrayResize", call[2].DynamicItems(), Expr.Call("length", lookups)),
            lookups);
        return call.Text(Fold(marked, "made", rewrites, numbers, (rewrite, number) => (Mark(number), rewrite)));
    }

    /// <summary>A text for the n-th lookup that is in no log and in no other mark.</summary>
    private static SqlExpression Mark(SqlExpression number) =>
        Expr.Call("concat", Expr.Text("\0"), Expr.Call("repeat", Expr.Text("\x02"), number), Expr.Text("\x01"));

    private static SqlExpression Fold(
        SqlExpression text, string hint, SqlExpression words, SqlExpression numbers, Func<SqlExpression, SqlExpression, (SqlExpression From, SqlExpression To)> pair) =>
        Expr.Call(
            "arrayFold",
            new SqlLambda([hint, "word", "number"], Step(new SqlVariable(hint), pair(new SqlVariable("word"), new SqlVariable("number")))),
            words,
            numbers,
            text);

    private static SqlExpression Step(SqlExpression text, (SqlExpression From, SqlExpression To) pair) => Expr.Call("replaceAll", text, pair.From, pair.To);
}
