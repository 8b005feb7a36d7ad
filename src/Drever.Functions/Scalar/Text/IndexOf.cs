using Drever.Functions.Values;
using Drever.Sql;

namespace Drever.Functions.Scalar.Text;

/// <summary>
/// Source: Kusto reference, "indexof()": characters from 0, -1 when there is none. A negative start counts from the end; a length of -1 is
/// unlimited; occurrences do not overlap.
/// </summary>
internal sealed class IndexOf : ScalarFunction
{
    public override IReadOnlyList<string> Signatures =>
        ["indexof(string: scalar, match: scalar, start: integer?, length: integer?, occurrence: const integer?): long foldable"];

    public override string Doc => "Where a text occurs in another, by characters from 0; -1 when it does not.";

    public override IReadOnlyList<Example> Examples =>
    [
        new("""indexof("abcdefg", "cde")""", "2"),
        new("""indexof("abcdefg", "cde", 1, 4)""", "2"),
        new("""indexof("abcdefg", "cde", 1, 2)""", "-1"),
        new("""indexof("abcdefg", "cde", 3, 4)""", "-1"),
        new("""indexof("abcdefg", "cde", -5)""", "2"),
        new("indexof(1234567, 5, 1, 4)", "4"),
        new("""indexof("abcdefg", "cde", 2, -1)""", "2"),
        new("""indexof("abcdefgabcdefg", "cde", 1, 10, 2)""", "9"),
        new("""indexof("abcdefgabcdefg", "cde", 1, -1, 3)""", "-1"),
        new("""indexof("éab", "b")""", "2"),
    ];

    public override SqlValue Lower(ScalarCall call)
    {
        var match = call[1].ToText();
        if (call.Count == 2)
            return call.ReturnsNotNull(Expr.Subtract(Expr.Call("positionUTF8", call[0].ToText(), match), Expr.Number(1)));
        var occurrence = call.Count > 4 ? Constants.Integer(call.Bound[4]) ?? 1 : 1;
        return call.ReturnsNotNull(occurrence <= 1
            ? SearchWindow.Find(call, window => Expr.Call("positionUTF8", window, match))
            : SearchWindow.FindFromStart(call, (rest, length) => FindLater(rest, length, match, occurrence)));
    }

    /// <summary>
    /// The position from 1, 0 when there is none. What lies before the n-th occurrence is n parts and the matches between them; the length
    /// counts anew after each match, as the page's example of a second occurrence shows.
    /// </summary>
    private static SqlExpression FindLater(SqlExpression rest, SqlExpression? length, SqlExpression match, long occurrence)
    {
        var parts = Expr.Call("splitByString", Expr.Text(SearchWindow.Mark), Expr.Call("replaceAll", rest, match, Expr.Text(SearchWindow.Mark)));
        var before = Expr.Call("arraySlice", parts, Expr.Number(1), Expr.Number(occurrence));
        var at = Expr.Add(
            Expr.Call("lengthUTF8", Expr.Call("arrayStringConcat", before)),
            Expr.Add(Expr.Multiply(Expr.Number(occurrence - 1), Expr.Call("lengthUTF8", match)), Expr.Number(1)));
        var isThere = Expr.Greater(Expr.Call("length", parts), Expr.Number(occurrence));
        if (length is not null)
        {
            isThere = Expr.And(isThere, Expr.Call(
                "arrayAll",
                Expr.Lambda("part", p => Expr.LessOrEqual(Expr.Add(Expr.Call("lengthUTF8", p), Expr.Call("lengthUTF8", match)), length)),
                before));
        }

        return Expr.If(isThere, at, Expr.Number(0));
    }
}
