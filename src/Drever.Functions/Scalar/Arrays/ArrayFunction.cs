using Drever.Functions.Values;
using Drever.Sql;

namespace Drever.Functions.Scalar.Arrays;

/// <summary>A function that makes another array of its first argument, and null of what is no array.</summary>
internal abstract class ArrayFunction : ScalarFunction
{
    public override SqlValue Lower(ScalarCall call)
    {
        // strings stay strings, so that what reads the result need not read JSON
        if (KeepsStrings && DynamicArrays.TextsOf(call[0].Sql) is { } texts)
            return call.ReturnsNotNull(DynamicArrays.FromTexts(Once.Use("array", texts, array => Change(call, array))));
        var changed = DynamicArrays.FromItems(Once.Use("array", call[0].DynamicItems(), array => Change(call, array)));
        return DynamicArrays.IsSurelyArray(call[0].Sql)
            ? call.ReturnsNotNull(changed)
            : call.NullUnless(DynamicArrays.IsArray(call[0].Sql), changed);
    }

    /// <summary>Whether <see cref="Change"/> only moves elements, whatever their representation.</summary>
    protected virtual bool KeepsStrings => true;

    protected abstract SqlExpression Change(ScalarCall call, SqlExpression array);
}
