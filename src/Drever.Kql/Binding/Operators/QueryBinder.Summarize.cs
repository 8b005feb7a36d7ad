using System.Collections.Immutable;
using Drever.Kql.Symbols;
using Drever.Kql.Syntax;

namespace Drever.Kql.Binding;

/// <summary><c>summarize</c>, <c>distinct</c>, <c>count</c>.</summary>
internal sealed partial class QueryBinder
{
    private RowScope BindSummarize(SummarizeOperator summarize, RowScope input, Scope scope)
    {
        var columns = new ColumnList(_diagnostics);
        var keys = ImmutableArray.CreateBuilder<ColumnDefinition>();
        if (summarize.By is { } by)
        {
            for (var i = 0; i < by.Keys.Count; i++)
                BindKey(by.Keys[i], i, scope, columns, keys);
            if (by.LegacyBin is not null)
                BindScalar(by.LegacyBin, scope);
        }

        var aggregates = BindAggregates(summarize.Aggregates, scope, columns, keys);
        var relation = new BoundSummarize(input.Relation, keys.ToImmutable(), aggregates, columns.ToImmutable()) { Span = summarize.Span };
        return input.Like(relation, serialized: false);
    }

    private void BindKey(Expression key, int index, Scope scope, ColumnList columns, ImmutableArray<ColumnDefinition>.Builder keys)
    {
        var item = BindListItem(key, index, scope, columns, ListStyle.Only);
        if (item.Value.Type == KqlType.Dynamic && TupleOf(item.Value, key, scope).IsDefault)
            _diagnostics.Error("KS116", key.Span, "A dynamic value can't be a key: convert it, with tostring() for instance.");
        AddDefinitions(item, keys);
    }

    private ImmutableArray<BoundAggregate> BindAggregates(
        IReadOnlyList<Expression> items, Scope scope, ColumnList columns, ImmutableArray<ColumnDefinition>.Builder keys)
    {
        var inner = scope with
        {
            Calls = CallContext.Aggregate,
            Keys = [.. keys.Select(k => k.Value).OfType<BoundColumn>().Select(c => c.Column)],
        };
        var aggregates = ImmutableArray.CreateBuilder<BoundAggregate>(items.Count);
        for (var i = 0; i < items.Count; i++)
        {
            var item = BindListItem(items[i], i, inner, columns, ListStyle.Aggregates);
            if (!item.Columns.Any(c => c is null))
                aggregates.Add(new([.. item.Columns.Select(c => c!)], item.Value));
        }

        return aggregates.ToImmutable();
    }

    private RowScope BindDistinct(DistinctOperator distinct, RowScope input, Scope scope)
    {
        var columns = new ColumnList(_diagnostics);
        var keys = ImmutableArray.CreateBuilder<ColumnDefinition>();
        for (var i = 0; i < distinct.Expressions.Count; i++)
        {
            if (distinct.Expressions[i] is not StarExpression star)
            {
                BindKey(distinct.Expressions[i], i, scope, columns, keys);
                continue;
            }

            foreach (var column in input.Columns)
            {
                keys.Add(new(columns.Add(column.Name, column.Type, replace: true, column), new BoundColumn(column)));
                if (column.Type == KqlType.Dynamic)
                    _diagnostics.Error("KS116", star.Span, $"'distinct' can't compare dynamic values: '{column.Name}' is one.");
            }
        }

        var relation = new BoundSummarize(input.Relation, keys.ToImmutable(), [], columns.ToImmutable()) { Span = distinct.Span };
        return input.Like(relation, serialized: false);
    }

    private RowScope BindCount(CountOperator count, RowScope input)
    {
        var column = new ColumnSymbol(count.Name?.Text ?? "Count", KqlType.Long);
        if (context.Functions.FindAggregate("count") is not { } function)
            return WrongTable;
        var call = new BoundCall(function, function.Signatures[0], [], KqlType.Long) { Span = count.Span };
        return new RowScope(new BoundSummarize(input.Relation, [], [new([column], call)], [column]) { Span = count.Span }) { IsWrong = input.IsWrong, Size = input.Size.Over() };
    }
}
