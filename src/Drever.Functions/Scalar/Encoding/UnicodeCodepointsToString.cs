using Drever.Functions.Values;
using Drever.Kql.Symbols;
using Drever.Sql;

namespace Drever.Functions.Scalar.Encoding;

/// <summary>Source: Kusto reference, "unicode_codepoints_to_string()": numbers and arrays of numbers. What is no character is left out.</summary>
internal sealed class UnicodeCodepointsToString : ScalarFunction
{
    public override IReadOnlyList<string> Signatures =>
    [
        "unicode_codepoints_to_string(value: integerorarray{1,}): string foldable",
        "make_string(value: integerorarray{1,}): string hidden obsolete -> unicode_codepoints_to_string foldable",
    ];

    public override string Doc => "The text of the characters with given Unicode code points.";

    public override IReadOnlyList<Example> Examples =>
    [
        new("unicode_codepoints_to_string(75, 117, 115, 116, 111)", "Kusto"),
        new("unicode_codepoints_to_string(dynamic([75, 117, 115]), 116, 111)", "Kusto"),
        new("unicode_codepoints_to_string(range(48,57), range(65,70))", "0123456789ABCDEF"),
        new("make_string(dynamic([228, 1511, 128512]))", "äק😀"),
    ];

    public override SqlValue Lower(ScalarCall call)
    {
        var arrays = call.Arguments.Select(Numbers).ToList();
        var numbers = arrays.Count == 1 ? arrays[0] : Expr.Call("arrayConcat", [.. arrays]);
        var valid = Expr.Call("arrayFilter", Expr.Lambda("number", UnicodeCodepoints.IsCharacter), numbers);
        return call.Text(Expr.Call("arrayStringConcat", Expr.Call("arrayMap", Expr.Lambda("number", UnicodeCodepoints.Character), valid)));
    }

    private static SqlExpression Numbers(SqlValue value) => value.Type == KqlType.Dynamic
        ? Expr.Call("arrayMap", Expr.Lambda("item", i => Expr.Call("ifNull", Expr.Call("toInt64OrNull", i), Expr.Number(-1))), value.DynamicItems())
        : Expr.Array(Expr.Call("toInt64", value.Integer(-1)));
}
