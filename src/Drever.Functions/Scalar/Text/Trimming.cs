using Drever.Functions.Values;
using Drever.Sql;

namespace Drever.Functions.Scalar.Text;

/// <summary>What the three trims share: argument 0 is the regular expression. Repeated matches go too.</summary>
internal static class Trimming
{
    /// <summary>What RE2 takes for <c>\s</c>.</summary>
    private const string Blanks = "\t\n\f\r ";

    public static SqlExpression Both(ScalarCall call) =>
        Characters(call) is { } characters
            ? Expr.Call("trimBoth", call[1].ToText(), Expr.Text(characters))
            : End(call, Start(call, call[1].ToText()));

    public static SqlExpression Start(ScalarCall call, SqlExpression text) =>
        Characters(call) is { } characters
            ? Expr.Call("trimLeft", text, Expr.Text(characters))
            : Expr.Call("replaceRegexpOne", text, Pattern(call, "^(?:", ")+"), Expr.Text(""));

    public static SqlExpression End(ScalarCall call, SqlExpression text) =>
        Characters(call) is { } characters
            ? Expr.Call("trimRight", text, Expr.Text(characters))
            : Expr.Call("replaceRegexpOne", text, Pattern(call, "(?:", ")+$"), Expr.Text(""));

    /// <summary>The characters that the pattern stands for when it is as simple as that.</summary>
    private static string? Characters(ScalarCall call) => Constants.Text(call.Bound[0]) switch
    {
        null => null,
        @"\s" or @"\s+" or @"\s*" => Blanks,
        var pattern => Regexes.SingleCharacter(pattern is [.. var one, '+'] && Regexes.SingleCharacter(one) is not null ? one : pattern),
    };

    private static SqlExpression Pattern(ScalarCall call, string before, string after) =>
        Constants.Text(call.Bound[0]) is { } pattern
            ? Expr.Text(Regexes.ForEngine(before + pattern + after))
            : Expr.Call("concat", Expr.Text("(?-s)" + before), call[0].ToText(), Expr.Text(after));
}
