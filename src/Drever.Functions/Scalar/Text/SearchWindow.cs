using Drever.Functions.Values;
using Drever.Sql;

namespace Drever.Functions.Scalar.Text;

/// <summary>The part of a text that indexof() and indexof_regex() search: arguments 2 (start) and 3 (length).</summary>
internal static class SearchWindow
{
    /// <summary>A separator that occurs in no UTF-8 text of a log.</summary>
    public const string Mark = "\0\x01\0";

    /// <summary>The position from 0 in the whole text of what <paramref name="find"/> finds (from 1, 0 for none) in the window; -1 for none.</summary>
    public static SqlExpression Find(ScalarCall call, Func<SqlExpression, SqlExpression> find) => FindFromStart(call, (rest, length) =>
        find(length is null ? rest : Expr.Call("substringUTF8", rest, Expr.Number(1), length)));

    /// <summary>The same, where <paramref name="find"/> gets all of the text from the start on, and the length when it is limited.</summary>
    public static SqlExpression FindFromStart(ScalarCall call, Func<SqlExpression, SqlExpression?, SqlExpression> find)
    {
        var text = call[0].ToText();
        var start = Start(call, text);
        var rest = start is SqlInteger { Value: 0 } ? text : Expr.Call("substringUTF8", text, Expr.Add(start, Expr.Number(1)));
        var length = call.Count > 3 && Constants.Integer(call.Bound[3]) is not -1 ? Length(call) : null;
        return Once.Use("found", Expr.Call("toInt64", find(rest, length)), f =>
            Expr.If(Expr.Equal(f, Expr.Number(0)), Expr.Number(-1), Expr.Add(Expr.Subtract(f, Expr.Number(1)), start)));
    }

    private static SqlExpression Start(ScalarCall call, SqlExpression text)
    {
        if (call.Count < 3)
            return Expr.Number(0);
        if (Constants.Integer(call.Bound[2]) is >= 0 and { } constant)
            return Expr.Number(Math.Min(constant, int.MaxValue));
        return Once.Use("start", call[2].Position(0), s => Expr.If(
            Expr.Less(s, Expr.Number(0)),
            Expr.Call("greatest", Expr.Number(0), Expr.Add(Expr.Call("toInt64", Expr.Call("lengthUTF8", text)), s)),
            s));
    }

    private static SqlExpression Length(ScalarCall call) =>
        Constants.Integer(call.Bound[3]) is { } constant
            ? Expr.Number(constant < 0 ? int.MaxValue : Math.Min(constant, int.MaxValue))
            : Once.Use("length", call[3].Position(-1), l => Expr.If(Expr.Less(l, Expr.Number(0)), Expr.Number(int.MaxValue), l));
}
