using System.Collections.Immutable;
using Drever.Functions.Values;
using Drever.Kql.Binding;
using Drever.Sql;

namespace Drever.Functions.Scalar.Text;

/// <summary>Source: Kusto reference, "indexof_regex()". A negative start is null; matches do not overlap.</summary>
internal sealed class IndexOfRegex : ScalarFunction
{
    public override IReadOnlyList<string> Signatures =>
        ["indexof_regex(string: scalar, match: const scalar, start: integer?, length: integer?, occurrence: const integer?): long foldable"];

    public override string Doc => "Where a regular expression matches, by characters from 0; -1 when it does not.";

    public override IReadOnlyList<Example> Examples =>
    [
        new("""indexof_regex("abcabc", @"a.c")""", "0"),
        new("""indexof_regex("abcabcdefg", @"a.c", 0, 9, 2)""", "3"),
        new("""indexof_regex("abcabc", @"a.c", 1, -1, 2)""", "-1"),
        new("""indexof_regex("ababaa", @"a.a", 0, -1, 2)""", "-1"),
        new("""indexof_regex("abcabc", @"a|ab", -1)""", ""),
        new("""indexof_regex("ééb1", @"\d")""", "3"),
    ];

    public override string? Check(ImmutableArray<BoundExpression> arguments) => Regexes.Mistake("indexof_regex()", arguments[1]);

    public override SqlValue Lower(ScalarCall call)
    {
        var occurrence = call.Count > 4 ? Constants.Integer(call.Bound[4]) ?? 1 : 1;
        var regex = Regexes.ForEngine(call, 1);
        var found = SearchWindow.Find(call, window => Find(window, regex, occurrence));
        if (call.Count < 3 || Constants.Integer(call.Bound[2]) is >= 0)
            return call.ReturnsNotNull(found);
        return call.NullUnless(Expr.GreaterOrEqual(call[2].Integer(-1), Expr.Number(0)), found);
    }

    /// <summary>The engine counts bytes.</summary>
    private static SqlExpression Find(SqlExpression window, SqlExpression regex, long occurrence) =>
        Once.Use("at", Expr.Call("regexpPosition", window, regex, Expr.Number(1), Expr.Number(occurrence)), at =>
            Expr.If(
                Expr.Equal(at, Expr.Number(0)),
                Expr.Number(0),
                Expr.Add(Expr.Call("lengthUTF8", Expr.Call("substring", window, Expr.Number(1), Expr.Subtract(at, Expr.Number(1)))), Expr.Number(1))));
}
