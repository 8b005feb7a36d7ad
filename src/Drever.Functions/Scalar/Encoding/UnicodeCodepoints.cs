using Drever.Sql;

namespace Drever.Functions.Scalar.Encoding;

/// <summary>UTF-8, by hand: the engine has no function from a code point to its character or back.</summary>
internal static class UnicodeCodepoints
{
    /// <summary>The number of one character.</summary>
    public static SqlExpression Of(SqlExpression character)
    {
        var first = Byte(character, 1);
        return Expr.Call(
            "multiIf",
            Expr.Less(first, Expr.Number(0x80)), first,
            Expr.Less(first, Expr.Number(0xE0)), Sum(Part(first, 0x1F, 6), Tail(character, 2, 0)),
            Expr.Less(first, Expr.Number(0xF0)), Sum(Part(first, 0x0F, 12), Tail(character, 2, 6), Tail(character, 3, 0)),
            Sum(Part(first, 0x07, 18), Tail(character, 2, 12), Tail(character, 3, 6), Tail(character, 4, 0)));
    }

    /// <summary>Whether a number is that of a character: not too large, and no half of a surrogate pair.</summary>
    public static SqlExpression IsCharacter(SqlExpression number) => Expr.Or(
        Expr.And(Expr.GreaterOrEqual(number, Expr.Number(0)), Expr.Less(number, Expr.Number(0xD800))),
        Expr.And(Expr.Greater(number, Expr.Number(0xDFFF)), Expr.LessOrEqual(number, Expr.Number(0x10FFFF))));

    /// <summary>The character of a number.</summary>
    public static SqlExpression Character(SqlExpression number) => Expr.Call(
        "multiIf",
        Expr.Less(number, Expr.Number(0x80)), Expr.Call("char", number),
        Expr.Less(number, Expr.Number(0x800)), Expr.Call("char", Head(number, 6, 0xC0), Follow(number, 0)),
        Expr.Less(number, Expr.Number(0x10000)), Expr.Call("char", Head(number, 12, 0xE0), Follow(number, 6), Follow(number, 0)),
        Expr.Call("char", Head(number, 18, 0xF0), Follow(number, 12), Follow(number, 6), Follow(number, 0)));

    private static SqlExpression Byte(SqlExpression character, int place) =>
        Expr.Call("toUInt32", Expr.Call("reinterpretAsUInt8", Expr.Call("substring", character, Expr.Number(place), Expr.Number(1))));

    private static SqlExpression Part(SqlExpression value, int mask, int shift) =>
        Expr.Call("bitShiftLeft", Expr.Call("bitAnd", value, Expr.Number(mask)), Expr.Number(shift));

    private static SqlExpression Tail(SqlExpression character, int place, int shift) => Part(Byte(character, place), 0x3F, shift);

    private static SqlExpression Sum(params SqlExpression[] parts) => parts.Aggregate(Expr.Add);

    private static SqlExpression Head(SqlExpression number, int shift, int mark) =>
        Expr.Add(Expr.Call("bitShiftRight", number, Expr.Number(shift)), Expr.Number(mark));

    private static SqlExpression Follow(SqlExpression number, int shift) =>
        Expr.Add(Expr.Call("bitAnd", Expr.Call("bitShiftRight", number, Expr.Number(shift)), Expr.Number(0x3F)), Expr.Number(0x80));
}
