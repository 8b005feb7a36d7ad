using System.Collections.Immutable;
using System.Text.Json;
using Drever.Functions.Values;
using Drever.Kql.Binding;
using Drever.Sql;

namespace Drever.Functions.Scalar.Text;

/// <summary>
/// Source: Kusto reference, "extract_all()": one group gives an array of texts, several an array of arrays; no match is null.
/// </summary>
internal sealed class ExtractAll : ScalarFunction
{
    public override IReadOnlyList<string> Signatures =>
    [
        "extract_all(regex: const string, source: string): dynamic foldable",
        "extract_all(regex: const string, captureGroups: dynamicarray, source: string): dynamic foldable",
        "extractall(regex: const string, source: string): dynamic hidden obsolete -> extract_all foldable",
        "extractall(regex: const string, captureGroups: dynamicarray, source: string): dynamic hidden obsolete -> extract_all foldable",
    ];

    public override string Doc => "What the groups of a regular expression match in a text, every time it matches.";

    public override IReadOnlyList<Example> Examples =>
    [
        new("""extract_all(@"(\d+)", "a set of numbers: 123, 567 and 789")""", """["123","567","789"]"""),
        new("""extract_all(@"(\w)(\w+)(\w)", "82b8be2d-dfa7")""", """[["8","2b8be2","d"],["d","fa","7"]]"""),
        new("""extract_all(@"(\w)(\w+)(\w)", dynamic([1,3]), "82b8be2d-dfa7")""", """[["8","d"],["d","7"]]"""),
        new("""extract_all(@"(?P<first>\w)(?P<middle>\w+)(?P<last>\w)", dynamic(["first",2,"last"]), "dfa7")""", """[["d","fa","7"]]"""),
        new("""extract_all(@"(\w)-(\w)", dynamic([2]), "a-b c-d")""", """["b","d"]"""),
        new("""extract_all(@"(x)", "abc")""", ""),
    ];

    public override string? Check(ImmutableArray<BoundExpression> arguments) => Regexes.Mistake("extract_all()", arguments[0]);

    public override SqlValue Lower(ScalarCall call)
    {
        var source = call[call.Count - 1].ToText();
        var regex = Regexes.ForEngine(call, 0);
        var names = Constants.Text(call.Bound[0]) is { } pattern ? Regexes.GroupNames(pattern) : [];
        if (call.Count == 3 && Constants.Json(call.Bound[1]) is null)
            return Chosen(call, Expr.Call("extractAllGroupsVertical", source, regex));
        var wanted = call.Count == 3 ? Wanted(call.Bound[1], names) : [.. Enumerable.Range(1, Math.Max(1, names.Count))];
        if (wanted is [1])
            return NullWhenEmpty(call, "texts", Expr.Call("extractAll", source, regex), DynamicArrays.FromTexts);
        var matches = Expr.Call("extractAllGroupsVertical", source, regex);
        return wanted is [var only]
            ? NullWhenEmpty(call, "texts", Expr.Call("arrayMap", Expr.Lambda("groups", g => g.At(only)), matches), DynamicArrays.FromTexts)
            : NullWhenEmpty(call, "matches", matches, all => DynamicArrays.FromItems(Expr.Call(
                "arrayMap", Expr.Lambda("groups", g => DynamicArrays.FromTexts(Expr.Array([.. wanted.Select(w => g.At(w))]))), all)));
    }

    /// <summary>The groups of an array that is known only at run time; by number.</summary>
    private static SqlValue Chosen(ScalarCall call, SqlExpression matches) => NullWhenEmpty(call, "matches", matches, all => DynamicArrays.FromItems(Expr.Call(
        "arrayMap",
        Expr.Lambda("groups", groups => DynamicArrays.FromTexts(Expr.Call(
            "arrayMap",
            Expr.Lambda("number", n => Expr.Call("arrayElement", groups, Expr.Call("toUInt32OrZero", n))),
            call[1].DynamicTexts()))),
        all)));

    private static SqlValue NullWhenEmpty(ScalarCall call, string hint, SqlExpression array, Func<SqlExpression, SqlExpression> json) =>
        call.ReturnsNotNull(Once.Use(hint, array, a => Expr.If(Expr.Call("empty", a), Expr.Text(""), json(a))));

    /// <summary>The numbers of the groups that a constant array names by number or by name.</summary>
    private static int[] Wanted(BoundExpression groups, IReadOnlyList<string?> names)
    {
        var numbers = (ConstantArrays.Items(Constants.Json(groups)) ?? [])
            .Select(e => e.ValueKind == JsonValueKind.Number && e.TryGetInt32(out var n) ? n : NumberOf(e.ToString(), names))
            .Where(n => n >= 1 && n <= Math.Max(1, names.Count))
            .ToArray();
        return numbers.Length == 0 ? [1] : numbers;
    }

    private static int NumberOf(string name, IReadOnlyList<string?> names)
    {
        for (var i = 0; i < names.Count; i++)
        {
            if (string.Equals(names[i], name, StringComparison.Ordinal))
                return i + 1;
        }

        return 0;
    }
}
