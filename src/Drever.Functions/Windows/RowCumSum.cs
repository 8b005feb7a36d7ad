using Drever.Kql.Symbols;
using Drever.Sql;

namespace Drever.Functions.Windows;

/// <summary>Kusto reference, "row_cumsum()"; a null adds nothing.</summary>
internal sealed class RowCumSum : WindowFunction
{
    public override IReadOnlyList<string> Signatures { get; } = ["row_cumsum(term: number, restart: bool?): param0"];

    public override string Doc => "The sum of the values up to the row, from nothing again where a condition is met.";

    public override IReadOnlyList<Example> Examples { get; } =
    [
        new("row_cumsum(x)", "1\n3\n6") { Over = "range x from 1 to 3 step 1 | sort by x asc" },
        new("row_cumsum(x, x == 3)", "1\n3\n3\n7") { Over = "range x from 1 to 4 step 1 | sort by x asc" },
        new("row_cumsum(x, x != prev(x))", "1\n2\n2\n4") { Over = "datatable(x: long)[1, 1, 2, 2]" },
    ];

    public override SqlValue Lower(WindowCall call)
    {
        var term = call.Arguments[0];
        var sum = call.InSegment(1).Over("sum", SqlFrame.RowsToCurrent, term.Nullable ? Expr.Call("ifNull", term.Sql, Expr.Number(0)) : term.Sql);
        return new SqlValue(call.Type == KqlType.Int ? Expr.Call("toInt32", sum) : call.Type == KqlType.Long ? Expr.Call("toInt64", sum) : sum, call.Type, Nullable: false);
    }
}
