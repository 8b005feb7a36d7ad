using Drever.Functions.Values;
using Drever.Kql.Symbols;

namespace Drever.Functions.Aggregates;

/// <summary>Kusto reference, "make_list()", "make_list_if()": without nulls, in the order of a sorted input. An array is one element.</summary>
internal abstract class ListAggregate(int conditionAt, params string[] declarations) : AggregateFunction
{
    public override IReadOnlyList<string> Signatures { get; } = declarations;

    public override SqlValue Lower(ScalarCall call)
    {
        var value = Aggregation.Wide(call[0]);
        var condition = Aggregation.WithoutNulls(value, Aggregation.Condition(call, conditionAt));
        var list = Aggregation.OverWith("groupArray", Collections.Limit(call, conditionAt < 0 ? 1 : 2), condition, value.Sql);
        return call.ReturnsNotNull(Collections.ToDynamic(list, value.Type));
    }
}

internal sealed class MakeList() : ListAggregate(
    -1,
    "make_list(expr: scalar, maxSize: integer?): dynamic as PrefixAndFirstArgument(list)",
    "makelist(expr: scalar, maxSize: integer?): dynamic as PrefixAndFirstArgument(list) hidden obsolete -> make_list")
{
    public override string Doc => "An array of the values.";

    public override IReadOnlyList<Example> Examples { get; } =
    [
        new("make_list(x)", "[3,2,1]") { Over = "range x from 1 to 3 step 1 | sort by x desc" },
        new("make_list(x, 2)", "[1,2]") { Over = "range x from 1 to 3 step 1 | sort by x asc" },
        new("make_list(x)", "[5]") { Over = "datatable(x: long)[long(null), 5]" },
        new("make_list(s)", "[\"it's \\\"\\\\\"]") { Over = "datatable(s: string)[\"it's \\\"\\\\\"]" },
        new("make_list(d)", "[[1],{\"a\":1}]") { Over = "datatable(d: dynamic)[dynamic([1]), dynamic({\"a\":1}), dynamic(null)]" },
        new("make_list(t)", "[\"01:00:00\"]") { Over = "datatable(t: timespan)[1h]" },
        new("make_list(x > 1)", "[false,true]") { Over = "range x from 1 to 2 step 1 | sort by x asc" },
    ];
}

internal sealed class MakeListIf() : ListAggregate(1, "make_list_if(expr: scalar, predicate: bool, maxSize: integer?): dynamic as PrefixAndFirstArgument(list)")
{
    public override string Doc => "An array of the values of rows that meet a condition.";

    public override IReadOnlyList<Example> Examples { get; } = [new("make_list_if(x, x > 1)", "[2,3]") { Over = "range x from 1 to 3 step 1 | sort by x asc" }];
}

/// <summary>Kusto reference, "make_list_with_nulls()".</summary>
internal sealed class MakeListWithNulls : AggregateFunction
{
    public override IReadOnlyList<string> Signatures { get; } = ["make_list_with_nulls(expr: scalar): dynamic as PrefixAndFirstArgument(list)"];

    public override string Doc => "An array of the values, nulls among them.";

    public override IReadOnlyList<Example> Examples { get; } = [new("make_list_with_nulls(x)", "[null,5]") { Over = "datatable(x: long)[long(null), 5]" }];

    public override SqlValue Lower(ScalarCall call)
    {
        var value = call[0];
        var element = value.Type == KqlType.String ? value.Sql : value.ToItem();
        var list = Aggregation.OverWith("groupArray", Collections.Limit(call, 1), null, element);
        return call.ReturnsNotNull(value.Type == KqlType.String ? DynamicArrays.FromTexts(list) : DynamicArrays.FromItems(list));
    }
}
