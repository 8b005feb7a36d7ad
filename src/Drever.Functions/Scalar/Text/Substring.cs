using Drever.Functions.Values;
using Drever.Sql;

namespace Drever.Functions.Scalar.Text;

/// <summary>Source: Kusto reference, "substring()": characters from 0; a negative start counts from the end.</summary>
internal sealed class Substring : ScalarFunction
{
    public override IReadOnlyList<string> Signatures => ["substring(string: scalar, start: integer, length: integer?): string foldable"];

    public override string Doc => "A part of a text, by the position of its first character and its length.";

    public override IReadOnlyList<Example> Examples =>
    [
        new("""substring("123456", 1)""", "23456"),
        new("""substring("123456", 2, 2)""", "34"),
        new("""substring("ABCD", 0, 2)""", "AB"),
        new("""substring("123456", -2, 2)""", "56"),
        new("""substring("Ünïcode", 2, 3)""", "ïco"),
        new("""substring("abc", 5)""", ""),
        new("""substring("abc", 1, 0)""", ""),
    ];

    public override SqlValue Lower(ScalarCall call)
    {
        var position = Position(call);
        return call.Text(
            call.Count == 2
                ? Expr.Call("substringUTF8", call[0].ToText(), position)
                : Expr.Call("substringUTF8", call[0].ToText(), position, Length(call)));
    }

    private static SqlExpression Position(ScalarCall call) =>
        Constants.Integer(call.Bound[1]) is { } start
            ? Expr.Number(start < 0 ? start : Math.Min(start, int.MaxValue) + 1)
            : Once.Use("start", call[1].Position(int.MaxValue), s => Expr.Add(s, Expr.GreaterOrEqual(s, Expr.Number(0))));

    /// <summary>To the engine a negative length counts from the end; here it is none.</summary>
    private static SqlExpression Length(ScalarCall call) =>
        Constants.Integer(call.Bound[2]) is { } length
            ? Expr.Number(Math.Clamp(length, 0, int.MaxValue))
            : Expr.Call("greatest", call[2].Position(0), Expr.Number(0));
}
