using Drever.Kql.Binding;
using Drever.Kql.Symbols;

namespace Drever.Functions.Windows;

/// <summary>Ranks, for rows in the order of the term. Made of simpler functions.</summary>
internal abstract class RankFunction(params string[] declarations) : WindowFunction
{
    public override IReadOnlyList<string> Signatures { get; } = declarations;

    public override SqlValue Lower(WindowCall call) => throw new InvalidOperationException("a rank is expanded before it is lowered");
}

/// <summary>Kusto reference, "row_rank_dense()": 1, and one more wherever the term changes.</summary>
internal sealed class RowRankDense() : RankFunction(
    "row_rank_dense(term: notdynamic, restart: bool?): long", "row_rank(term: notdynamic, dense: const bool?): long hidden obsolete -> row_rank_dense")
{
    public override string Doc => "The rank of the row by a term, without gaps.";

    public override IReadOnlyList<Example> Examples { get; } =
    [
        new("row_rank_dense(x)", "1\n1\n2\n3") { Over = "datatable(x: long)[5, 5, 7, 9]" },
        new("row_rank_dense(x, k != prev(k))", "1\n2\n1\n1") { Over = "datatable(k: string, x: long)[\"a\", 1, \"a\", 2, \"b\", 2, \"b\", 2]" },
    ];

    public override BoundExpression Expand(BoundCall call, IFunctionCatalog functions)
    {
        var restart = RestartOf(call, functions);
        BoundExpression[] rest = restart is null ? [] : [restart];
        var number = BoundCalls.Function(functions, "row_number", KqlType.Long, [BoundCalls.Long(1), .. rest]);
        var step = BoundCalls.Function(
            functions, "iff", KqlType.Long,
            BoundCalls.Operator(functions, "==", KqlType.Bool, number, BoundCalls.Long(1)),
            BoundCalls.Long(0),
            BoundCalls.Function(functions, "iff", KqlType.Long, BoundCalls.Changed(functions, call.Arguments[0]), BoundCalls.Long(1), BoundCalls.Long(0)));
        var steps = BoundCalls.Function(functions, "row_cumsum", KqlType.Long, [step, .. rest]);
        return BoundCalls.Operator(functions, "+", KqlType.Long, steps, BoundCalls.Long(1));
    }
}

/// <summary>Kusto reference, "row_rank_min()": the number of the first row of those with the same term.</summary>
internal sealed class RowRankMin() : RankFunction("row_rank_min(term: notdynamic, restart: bool?): long")
{
    public override string Doc => "The rank of the row by a term, equal terms sharing the lowest.";

    public override IReadOnlyList<Example> Examples { get; } =
    [
        new("row_rank_min(x)", "1\n2\n2\n4") { Over = "datatable(x: long)[1, 5, 5, 9]" },
        new("row_rank_min(x, k != prev(k))", "1\n2\n1\n1") { Over = "datatable(k: string, x: long)[\"a\", 1, \"a\", 2, \"b\", 2, \"b\", 2]" },
    ];

    public override BoundExpression Expand(BoundCall call, IFunctionCatalog functions)
    {
        var restart = RestartOf(call, functions);
        BoundExpression[] rest = restart is null ? [] : [restart];
        var number = BoundCalls.Function(functions, "row_number", KqlType.Long, [BoundCalls.Long(0), .. rest]);
        var inRun = BoundCalls.Function(
            functions, "row_number", KqlType.Long, BoundCalls.Long(-1), BoundCalls.Or(functions, BoundCalls.Changed(functions, call.Arguments[0]), restart));
        return BoundCalls.Operator(functions, "-", KqlType.Long, number, inRun);
    }
}
