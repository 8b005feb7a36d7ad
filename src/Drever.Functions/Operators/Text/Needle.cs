using System.Text;
using Drever.Sql;

namespace Drever.Functions.Operators;

/// <summary>
/// What is looked for. Case is ignored as ordinal comparison does: an ASCII needle matches ASCII only, and any other is compared in the
/// lower case that Unicode gives both sides (so that only there the Kelvin sign is a k).
/// </summary>
/// <param name="Sql">The needle as text.</param>
/// <param name="Literal">Its value when the query has it as a constant.</param>
internal readonly record struct Needle(SqlExpression Sql, string? Literal)
{
    public static Needle Of(ScalarCall call, int index) => Of(call[index].AsSearched());

    public static Needle Of(SqlExpression text) => new(text, (text as SqlString)?.Value);

    public static Needle Of(string literal) => new(Expr.Text(literal), literal);

    public bool IsAscii => Literal is not null && Ascii.IsValid(Literal);

    /// <summary>The needle in the form that <see cref="Fold"/> brings a text to.</summary>
    public SqlExpression Folded => IsAscii ? Expr.Text(Terms.LowerAscii(Literal!)) : Expr.Call("lowerUTF8", Sql);

    /// <summary>A text made comparable with <see cref="Folded"/>.</summary>
    public SqlExpression Fold(SqlExpression text) => Expr.Call(IsAscii ? "lower" : "lowerUTF8", text);
}
