using System.Collections.Immutable;
using Drever.Functions.Values;
using Drever.Kql.Binding;
using Drever.Kql.Symbols;
using Drever.Sql;

namespace Drever.Functions.Scalar.Text;

/// <summary>Source: Kusto reference, "extract()": group 0 is the whole match; no match, and a group that took no part, are empty.</summary>
internal sealed class Extract : ScalarFunction
{
    public override IReadOnlyList<string> Signatures =>
    [
        "extract(regex: const string, captureGroup: long, source: string): string foldable",
        "extract(regex: const string, captureGroup: long, source: string, typeLiteral: literal type): typeof(last) foldable",
    ];

    public override string Doc => "What a group of a regular expression matches in a text, as text or as another type.";

    public override IReadOnlyList<Example> Examples =>
    [
        new("""extract("User: ([^,]+)", 1, "User: James, Email: James@example.com, Age: 29")""", "James"),
        new("""extract(@"\d+", 0, "User: James, Age: 29")""", "29"),
        new("""extract(@"Email: (\S+),", 1, "User: David, Age: 35")""", ""),
        new("""extract(@"-(\d{2})-", 1, "15-12-2024", typeof(int))""", "12"),
        new("""extract(@"(\w+)-(\d+)", 2, "abc-42")""", "42"),
        new("""extract(@"(\w+)-(\d+)", 0, "abc-42")""", "abc-42"),
        new("""extract(@"(?i)C:\\(.+)\\", 1, @"c:\users\x\y")""", @"users\x"),
        new("""extract("a(b)?", 1, "a")""", ""),
        new("""extract("x([0-9]*)", 1, "x", typeof(long))""", ""),
    ];

    public override string? Check(ImmutableArray<BoundExpression> arguments) => Regexes.Mistake("extract()", arguments[0]) ?? GroupMistake(arguments);

    private static string? GroupMistake(ImmutableArray<BoundExpression> arguments) =>
        Constants.Text(arguments[0]) is { } pattern && Constants.Integer(arguments[1]) is { } group && (group < 0 || group > Regexes.CountGroups(pattern))
            ? $"extract(): the regular expression has {Regexes.CountGroups(pattern)} capturing groups, there is no group {group}"
            : null;

    public override SqlValue Lower(ScalarCall call)
    {
        var text = Match(call, call[2].ToText());
        var value = new SqlValue(text, KqlType.String, Nullable: false);
        return value.To(call.Type);
    }

    private static SqlExpression Match(ScalarCall call, SqlExpression source)
    {
        var groups = Constants.Text(call.Bound[0]) is { } pattern ? Regexes.CountGroups(pattern) : -1;
        var regex = Regexes.ForEngine(call, 0);
        var group = Constants.Integer(call.Bound[1]);

        // the engine's extract() takes the first group where there is one, else the whole match
        return (group == 0 && groups == 0) || (group == 1 && groups > 0)
            ? Expr.Call("extract", source, regex)
            : Expr.Call("regexpExtract", source, regex, call[1].Integer(0));
    }
}
