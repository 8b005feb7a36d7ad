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
        TopNestedOperator nested => BindTopNested(nested, input, scope),
        ProjectByNamesOperator project => BindProjectByNames(project, input, scope),
        PartitionOperator partition => BindPartition(partition, input, scope),
        PartitionByOperator partition => SubqueryOver(partition, partition.Subquery, input, scope),
        ForkOperator fork => BindFork(fork, input, scope),
        FacetOperator facet => BindFacet(facet, input, scope),
        MacroExpandOperator macro => BindMacroExpand(macro, scope),
        ScanOperator scan => BindScan(scan, input, scope),
        MakeGraphOperator make => BindMakeGraph(make, input, scope),
        GraphMatchOperator or GraphShortestPathsOperator or GraphToTableOperator or GraphMarkComponentsOperator or GraphWhereNodesOperator
            or GraphWhereEdgesOperator => BindGraphStep(step, input, scope),
        ConsumeOperator or ExecuteAndCacheOperator or AssertSchemaOperator => input,
        _ => Pending(step, input, input.Columns),
    };

    private static RowScope Pending(QueryOperator step, RowScope input, ImmutableArray<ColumnSymbol> columns) =>
        input.Like(new BoundPending(OperatorNames.Of(step), [input.Relation], columns) { Span = step.Span }, serialized: false);

    private RowScope BindSampleDistinct(SampleDistinctOperator sample, RowScope input, Scope scope)
    {
        BindRowCount(sample.Count, scope);
        var columns = new ColumnList(_diagnostics);
        CheckColumn(BindListItem(sample.Value, 0, scope, columns, ListStyle.Only), sample.Value);
        return Pending(sample, input, columns.ToImmutable());
    }

    private void CheckColumn(ListItem item, Expression syntax)
    {
        if (item.Value is not (BoundColumn or BoundErrorExpression) || syntax is NamedExpression)
            _diagnostics.Error("KS109", syntax.Span, "The name of a column belongs here.");
    }

    private RowScope BindTopHitters(TopHittersOperator hitters, RowScope input, Scope scope)
    {
        BindRowCount(hitters.Count, scope);
        var columns = new ColumnList(_diagnostics);
        CheckColumn(BindListItem(hitters.Value, 0, scope, columns, ListStyle.Only), hitters.Value);
        if (hitters.Weight is null)
        {
            columns.Add($"approximate_count_{ResultName(hitters.Value, scope)}", KqlType.Long, replace: false);
        }
        else
        {
            var weight = BindScalar(hitters.Weight, scope);
            columns.Add($"approximate_sum_{ResultName(hitters.Weight, scope)}", weight.Type, replace: false);
        }

        return Pending(hitters, input, columns.ToImmutable());
    }

    private RowScope BindReduce(ReduceOperator reduce, RowScope input, Scope scope)
    {
        if (BindScalar(reduce.Value, scope).Type is not (KqlType.String or KqlType.Unknown))
            _diagnostics.TypeRequired(reduce.Value.Span, KqlType.String);
        return Pending(reduce, input, [new("Pattern", KqlType.String), new("Count", KqlType.Long), new("Representative", KqlType.String)]);
    }
}
