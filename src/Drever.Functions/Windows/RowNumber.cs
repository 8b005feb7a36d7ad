using Drever.Functions.Operators;
using Drever.Sql;

namespace Drever.Functions.Windows;

/// <summary>Kusto reference, "row_number()".</summary>
internal sealed class RowNumber : WindowFunction
{
    public override IReadOnlyList<string> Signatures { get; } = ["row_number(startingIndex: long?, restart: bool?): long"];

    public override string Doc => "The number of the row, from 1 or another number, and anew where a condition is met.";

    public override IReadOnlyList<Example> Examples { get; } =
    [
        new("row_number()", "1\n2\n3") { Over = "range x from 1 to 3 step 1 | sort by x desc" },
        new("row_number(7)", "7\n8\n9") { Over = "range x from 1 to 3 step 1" },
        new("row_number(1, x % 2 == 1)", "1\n2\n1\n2") { Over = "range x from 1 to 4 step 1 | sort by x asc" },
    ];

    public override SqlValue Lower(WindowCall call)
    {
        var number = Expr.Call("toInt64", call.InSegment(1).Over("row_number", SqlFrame.Default));
        var start = call.Arguments.Length > 0 ? call.Arguments[0].Sql : Expr.Number(1);
        return new SqlValue(
            Arithmetic.ConstantOf(start) == 1 ? number : Expr.Add(number, Expr.Subtract(start, Expr.Number(1))),
            call.Type,
            call.Arguments.Length > 0 && call.Arguments[0].Nullable);
    }
}
