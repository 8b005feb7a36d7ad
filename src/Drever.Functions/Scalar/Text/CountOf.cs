using System.Collections.Immutable;
using Drever.Functions.Values;
using Drever.Kql.Binding;
using Drever.Sql;

namespace Drever.Functions.Scalar.Text;

/// <summary>Source: Kusto reference, "countof()": plain occurrences may overlap, regex matches do not.</summary>
internal sealed class CountOf : ScalarFunction
{
    public override IReadOnlyList<string> Signatures => ["countof(source: string, search: string, kind: literal string? in normal/regex): long foldable"];

    public override string Doc => "How often a text or a regular expression occurs in another text.";

    public override IReadOnlyList<Example> Examples =>
    [
        new("""countof("aaa", "a")""", "3"),
        new("""countof("aaaa", "aa")""", "3"),
        new("""countof("ababa", "ab", "normal")""", "2"),
        new("""countof("ababa", "aba")""", "2"),
        new("""countof("ababa", "aba", "regex")""", "1"),
        new("""countof("abcabc", "a.c", "regex")""", "2"),
        new("""countof("abc", "")""", "0"),
    ];

    public override string? Check(ImmutableArray<BoundExpression> arguments) => arguments.Length == 3 && Constants.Text(arguments[2]) is "regex" ? Regexes.Mistake("countof()", arguments[1]) : null;

    public override SqlValue Lower(ScalarCall call)
    {
        var source = call[0].ToText();
        if (call.Count == 3 && Constants.Text(call.Bound[2]) is "regex")
            return call.CountedAs(Matches(source, Regexes.ForEngine(call, 1)));
        var search = call[1].ToText();
        return call.CountedAs(Constants.Text(call.Bound[1]) is { } constant && !CanOverlap(constant)
            ? Expr.Call("countSubstrings", source, search)
            : Overlapping(source, search));
    }

    /// <summary>The engine counts the matches of constant patterns only; those of another are counted by a mark in their place.</summary>
    private static SqlExpression Matches(SqlExpression source, SqlExpression regex) =>
        regex is SqlString
            ? Expr.Call("countMatches", source, regex)
            : Expr.Call("countSubstrings", Expr.Call("replaceRegexpAll", source, regex, Expr.Text(SearchWindow.Mark)), Expr.Text(SearchWindow.Mark));

    /// <summary>Whether the text can occur inside itself, shifted: a beginning is also an end.</summary>
    private static bool CanOverlap(string text)
    {
        for (var length = 1; length < text.Length; length++)
        {
            if (text.EndsWith(text[..length], StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    private static SqlExpression Overlapping(SqlExpression source, SqlExpression search) => Expr.If(
        Expr.Call("empty", search),
        Expr.Number(0),
        Expr.Call(
            "arrayCount",
            Expr.Lambda("at", at => Expr.Call("startsWith", Expr.Call("substring", source, at), search)),
            Expr.Call("range", Expr.Number(1), Expr.Add(Expr.Call("length", source), Expr.Number(1)))));
}
