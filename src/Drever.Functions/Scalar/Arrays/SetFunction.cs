using Drever.Functions.Values;
using Drever.Sql;

namespace Drever.Functions.Scalar.Arrays;

/// <summary>A function of arrays as sets: equal elements count once, null when an argument is no array. The order is that of the first occurrence.</summary>
internal abstract class SetFunction : ScalarFunction
{
    public override SqlValue Lower(ScalarCall call)
    {
        var allTexts = call.Arguments.Select(a => DynamicArrays.TextsOf(a.Sql)).ToList();
        if (!allTexts.Contains(null))
            return call.ReturnsNotNull(DynamicArrays.FromTexts(Combine([.. allTexts.Select(t => t!)])));
        var combined = DynamicArrays.FromItems(Combine([.. call.Arguments.Select(a => a.DynamicItems())]));
        var unsure = call.Arguments.Where(a => !DynamicArrays.IsSurelyArray(a.Sql)).Select(a => DynamicArrays.IsArray(a.Sql)).ToList();
        return unsure.Count == 0 ? call.ReturnsNotNull(combined) : call.NullUnless(unsure.Aggregate(Expr.And), combined);
    }

    protected abstract SqlExpression Combine(SqlExpression[] sets);
}
