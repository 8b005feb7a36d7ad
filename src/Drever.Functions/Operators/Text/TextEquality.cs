using Drever.Kql.Symbols;
using Drever.Sql;

namespace Drever.Functions.Operators;

/// <summary>Equality of texts; a text index is asked for the terms first.</summary>
internal static class TextEquality
{
    /// <summary>Null when the operands are no texts.</summary>
    public static SqlValue? Equal(ScalarCall call, bool ignoreCase)
    {
        if (!IsText(call[0].Type) || !IsText(call[1].Type))
            return null;
        call = LiteralLast(call);
        var needle = Needle.Of(call, 1);
        var equal = Equal(call[0].AsSearched(), needle, ignoreCase);

        // with lower() around the column the engine asks the index by itself
        return call.Truth(!ignoreCase && needle.Literal is { } literal && SearchedText.HasIndexForWholeValues(call)
            ? SearchedText.WithIndex(call, Terms.WholeTerms(literal, startsAtTermEdge: true, endsAtTermEdge: true), ignoreCase, equal)
            : equal);
    }

    public static SqlExpression Equal(SqlExpression text, Needle needle, bool ignoreCase) =>
        ignoreCase ? Expr.Equal(needle.Fold(text), needle.Folded) : Expr.Equal(text, needle.Sql);

    /// <summary>The same question with the literal on the right.</summary>
    public static ScalarCall LiteralLast(ScalarCall call) =>
        call[0].Sql is SqlString && call[1].Sql is not SqlString
            ? call with { Arguments = [call[1], call[0]], Bound = call.Bound.Length == 2 ? [call.Bound[1], call.Bound[0]] : call.Bound }
            : call;

    private static bool IsText(KqlType type) => type is KqlType.String or KqlType.Dynamic;
}
