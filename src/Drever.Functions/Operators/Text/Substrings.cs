using Drever.Sql;

namespace Drever.Functions.Operators;

/// <summary>Text in text, anywhere or at an end.</summary>
internal static class Substrings
{
    public static SqlExpression Contains(SqlExpression text, Needle needle, bool ignoreCase)
    {
        if (needle.Literal is { Length: 0 })
            return Expr.True;
        var position = !ignoreCase ? Expr.Call("position", text, needle.Sql)
            : needle.IsAscii ? Expr.Call("positionCaseInsensitive", text, needle.Sql)
            : Expr.Call("position", needle.Fold(text), needle.Folded);
        return Expr.Greater(position, Expr.Number(0));
    }

    public static SqlExpression StartsWith(SqlExpression text, Needle needle, bool ignoreCase) => AtEnd("startsWith", text, needle, ignoreCase);

    public static SqlExpression EndsWith(SqlExpression text, Needle needle, bool ignoreCase) => AtEnd("endsWith", text, needle, ignoreCase);

    private static SqlExpression AtEnd(string name, SqlExpression text, Needle needle, bool ignoreCase) =>
        needle.Literal is { Length: 0 } ? Expr.True
        : !ignoreCase ? Expr.Call(name, text, needle.Sql)
        : needle.IsAscii ? Expr.Call(name + "CaseInsensitive", text, needle.Sql)
        : Expr.Call(name, needle.Fold(text), needle.Folded);
}
