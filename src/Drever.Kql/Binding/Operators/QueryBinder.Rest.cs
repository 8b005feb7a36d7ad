using System.Collections.Immutable;
using Drever.Kql.Symbols;
using Drever.Kql.Syntax;

namespace Drever.Kql.Binding;

/// <summary>Operators that are bound, so that their result's columns are right, but have no node yet.</summary>
internal sealed partial class QueryBinder
{
    private RowScope BindRest(QueryOperator step, RowScope input, Scope scope) => step switch
    {
        SampleDistinctOperator sample => BindSampleDistinct(sample, input, scope),
        TopHittersOperator hitters => BindTopHitters(hitters, input, scope),
        ReduceOperator reduce => BindReduce(reduce, input, scope),
        ConsumeOperator or ExecuteAndCacheOperator or AssertSchemaOperator => input,
        _ => Pending(step, input, input.Columns),
    };

    private static RowScope Pending(QueryOperator step, RowScope input, ImmutableArray<ColumnSymbol> columns) =>
        input.Like(new BoundPending(OperatorNames.Of(step), [input.Relation], columns) { Span = step.Span }, serialized: false);

    private RowScope BindSampleDistinct(SampleDistinctOperator sample, RowScope input, Scope scope)
    {
        BindRowCount(sample.Count, scope);
        var columns = new ColumnList(_diagnostics);
        BindListItem(sample.Value, 0, scope, columns, ListStyle.Only);
        return Pending(sample, input, columns.ToImmutable());
    }

    private RowScope BindTopHitters(TopHittersOperator hitters, RowScope input, Scope scope)
    {
        BindRowCount(hitters.Count, scope);
        var columns = new ColumnList(_diagnostics);
        BindListItem(hitters.Value, 0, scope, columns, ListStyle.Only);
        if (hitters.Weight is null)
        {
            columns.Add($"approximate_count_{ResultName(hitters.Value, scope)}", KqlType.Long, replace: false);
        }
        else
        {
            var weight = BindScalar(hitters.Weight, scope);
            columns.Add($"approximate_sum_{ResultName(hitters.Weight, scope)}", weight.Type == KqlType.Int ? KqlType.Long : weight.Type, replace: false);
        }

        return Pending(hitters, input, columns.ToImmutable());
    }

    private RowScope BindReduce(ReduceOperator reduce, RowScope input, Scope scope)
    {
        BindScalar(reduce.Value, scope);
        return Pending(reduce, input, [new("Pattern", KqlType.String), new("Count", KqlType.Long), new("Representative", KqlType.String)]);
    }
}
