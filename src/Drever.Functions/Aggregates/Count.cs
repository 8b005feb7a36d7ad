using Drever.Functions.Values;
using Drever.Kql.Symbols;
using Drever.Sql;

namespace Drever.Functions.Aggregates;

/// <summary>Kusto reference, "count()", "countif()". count(x) of a value, which the page of summarize uses, counts where it is not null.</summary>
internal sealed class Count : AggregateFunction
{
    public override IReadOnlyList<string> Signatures { get; } =
    [
        "count(): long as PrefixAndFirstArgument(count)",
        "count(predicate: bool): long as PrefixAndFirstArgument(count)",
        "count(value: notbool): long as PrefixAndFirstArgument(count)",
        "cnt(): long as PrefixAndFirstArgument(cnt) hidden obsolete -> count",
        "countif(predicate: bool): long as PrefixAndFirstArgument(countif)",
    ];

    public override string Doc => "How many rows there are, or how many of them meet a condition.";

    public override IReadOnlyList<Example> Examples { get; } =
    [
        new("count()", "5") { Over = "range x from 1 to 5 step 1" },
        new("countif(x > 3)", "2") { Over = "range x from 1 to 5 step 1" },
        new("countif(x > 3)", "0") { Over = "datatable(x: long)[]" },
        new("countif(x > 3)", "1") { Over = "datatable(x: long)[5, long(null)]" },
        new("count(x)", "1") { Over = "datatable(x: long)[5, long(null)]" },
    ];

    public override SqlValue Lower(ScalarCall call)
    {
        if (call.Count == 0)
            return call.ReturnsNotNull(Expr.Call("toInt64", Expr.Call("count")));
        var predicate = call[0].Type == KqlType.Bool ? call[0].Sql : Expr.Not(call[0].IsNull());
        return call.ReturnsNotNull(Expr.Call("toInt64", Expr.Call("countIf", predicate)));
    }
}
