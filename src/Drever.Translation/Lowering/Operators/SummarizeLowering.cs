using System.Collections.Immutable;
using Drever.Functions;
using Drever.Functions.Values;
using Drever.Kql.Binding;
using Drever.Kql.Symbols;
using Drever.Sql;
using Drever.Translation.Lowering.Expressions;
using Drever.Translation.Plan;

namespace Drever.Translation.Lowering.Operators;

/// <summary><c>summarize</c>, <c>distinct</c>, <c>count</c>: GROUP BY in the same SELECT as the filters below it where that is possible.</summary>
internal static class SummarizeLowering
{
    /// <summary>Aggregates whose result follows the order of a sorted input.</summary>
    private static readonly HashSet<string> OrderedAggregates = new(StringComparer.Ordinal)
    {
        "make_list", "make_list_if", "make_list_with_nulls", "makelist", "make_set", "make_set_if", "makeset", "make_bag", "make_bag_if", "take_any", "take_anyif", "any", "anyif",
    };

    public static SelectBlock Lower(BoundSummarize summarize, RelationLowering relations)
    {
        if (ArgExtremeRows.TryMake(summarize, relations) is { } rows)
            return new SelectBlock(relations.Session, NestedSource.OfArgExtreme(rows, relations.Session.Names.New("t")));
        var block = Prepare(relations.Lower(summarize.Input), summarize);
        return Group(block, summarize.Keys, summarize.Aggregates, relations);
    }

    /// <summary>A block in which rows can be grouped and every expression is written over plain columns.</summary>
    public static SelectBlock Prepare(SelectBlock block, BoundSummarize summarize)
    {
        var expressions = BoundTree.Expressions(summarize).ToList();
        if (!block.Order.IsEmpty && expressions.SelectMany(BoundTree.All).Any(e => e is BoundCall call && OrderedAggregates.Contains(call.Function.Name)))
        {
            block.KeepsOrder = true;
            return block.Nest();
        }

        return block.IsOpen ? RelationLowering.Over(block, expressions) : block.Nest();
    }

    public static SelectBlock Group(
        SelectBlock block, ImmutableArray<ColumnDefinition> keyDefinitions, ImmutableArray<BoundAggregate> aggregates, RelationLowering relations)
    {
        var keys = new Dictionary<ColumnSymbol, SqlValue>();
        var groupBy = ImmutableArray.CreateBuilder<SqlExpression>();
        if (block.Partition is { } partition)
            groupBy.Add(block.SlotOf(partition).Value.Sql);
        foreach (var key in keyDefinitions)
        {
            ProjectLowering.Define(block, key, relations);
            var slot = block.SlotOf(key.Column);
            var value = slot.Value;

            // of the grouped rows only the key itself is left, nothing that it could look into
            if (slot.View is not null)
                block.Define(key.Column, new ColumnSlot(value, isComputed: true));
            keys.Add(key.Column, value);
            groupBy.Add(value.Sql);
        }

        // what goes along with the rows gets one value for the group; the aggregates still see the rows'
        var rows = new Dictionary<ColumnSymbol, ColumnSlot>();
        foreach (var carried in block.Carried)
        {
            var row = rows[carried] = block.SlotOf(carried);
            block.Define(carried, new ColumnSlot(() => row.Value with { Sql = Expr.Call("any", row.Value.Sql) }) { Stored = row.Stored });
        }

        var received = relations.Session.IngestionTime;
        if (block.Has(received))
        {
            rows[received] = block.SlotOf(received);
            block.Define(received, new ColumnSlot(TruthValues.NullOf(KqlType.DateTime), isComputed: false));
        }

        var scope = new AggregateScope(relations, block, keys, rows, mayBeEmpty: groupBy.Count == 0);
        foreach (var aggregate in aggregates)
            Define(block, aggregate, scope);
        block.GroupBy = groupBy.ToImmutable();
        block.Order = [];
        block.NaturalOrder = [];
        return block;
    }

    private static void Define(SelectBlock block, BoundAggregate aggregate, AggregateScope scope)
    {
        if (aggregate.Columns.Length == 1)
        {
            block.Define(aggregate.Columns[0], new ColumnSlot(() => One(aggregate, scope)));
            return;
        }

        if (ArgExtremeRows.IsArgExtreme(aggregate.Value, out var extreme))
        {
            DefineEach(block, aggregate, extreme, scope);
            return;
        }

        var values = new Lazy<ImmutableArray<SqlValue>>(() => scope.LowerMany((BoundCall)aggregate.Value));
        for (var i = 0; i < aggregate.Columns.Length; i++)
        {
            var place = i;
            block.Define(aggregate.Columns[i], new ColumnSlot(() => values.Value[place].To(aggregate.Columns[place].Type)));
        }
    }

    /// <summary>A column of arg_max() costs as much as an aggregate of its own: one that nobody asks for is left out.</summary>
    private static void DefineEach(SelectBlock block, BoundAggregate aggregate, BoundCall extreme, AggregateScope scope)
    {
        for (var i = 0; i < aggregate.Columns.Length; i++)
        {
            var (column, place) = (aggregate.Columns[i], i);
            var call = place == 0
                ? extreme with { Arguments = extreme.Arguments[..1] }
                : extreme with { Arguments = [extreme.Arguments[0], extreme.Arguments[place]] };
            block.Define(column, new ColumnSlot(() => scope.LowerMany(call)[^1].To(column.Type)));
        }
    }

    private static SqlValue One(BoundAggregate aggregate, AggregateScope scope) => scope.Lower(aggregate.Value).To(aggregate.Columns[0].Type);
}
