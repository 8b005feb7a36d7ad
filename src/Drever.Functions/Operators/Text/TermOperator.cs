using Drever.Sql;

namespace Drever.Functions.Operators;

/// <summary>The operators that look for terms. Source: Kusto reference, "String operators", "The has operator" and its relatives.</summary>
internal abstract class TermOperator(string text, bool wholeStart, bool wholeEnd, bool ignoreCase, bool negated) : OperatorFunction
{
    public override IReadOnlyList<string> Signatures { get; } =
        [$"{text}(left: stringordynamic, right: string): bool", $"{text}(left: star stringordynamic, right: string): bool"];

    public override SqlValue Lower(ScalarCall call)
    {
        var found = Find(call, Needle.Of(call, 1), wholeStart, wholeEnd, ignoreCase);
        return call.Truth(negated ? Expr.Not(found) : found);
    }

    /// <summary>With the index where there is one; alone where the index says all.</summary>
    public static SqlExpression Find(ScalarCall call, Needle needle, bool wholeStart, bool wholeEnd, bool ignoreCase)
    {
        if (needle.Literal is { } literal && SearchedText.HasIndex(call))
        {
            if (IsIndexTerm(needle) && wholeStart && wholeEnd && ignoreCase)
                return SearchedText.AllTerms(call[0].Sql, [Terms.LowerAscii(literal)]);
            return SearchedText.WithIndex(
                call, Terms.WholeTerms(literal, wholeStart, wholeEnd), ignoreCase, TermSearch.Find(call[0].AsSearched(), needle, wholeStart, wholeEnd, ignoreCase));
        }

        return TermSearch.Find(call[0].AsSearched(), needle, wholeStart, wholeEnd, ignoreCase);
    }

    /// <summary>One term that the index knows whatever its case: the index alone decides.</summary>
    public static bool IsIndexTerm(Needle needle) => needle.IsAscii && Terms.IsOneTerm(needle.Literal!);
}
