using Drever.Functions.Operators;
using Drever.Functions.Values;
using Drever.Kql.Symbols;
using Drever.Sql;

namespace Drever.Functions.Windows;

/// <summary>Values of other rows. Source: Kusto reference, "prev()", "next()": beyond the ends the default, or null.</summary>
internal abstract class NeighborFunction(string name, string back, string forward) : WindowFunction
{
    public override IReadOnlyList<string> Signatures { get; } = [$"{name}(column: column scalar, offset: long?, default_value: const scalar?): param0"];

    public override SqlValue Lower(WindowCall call)
    {
        var value = call.Arguments[0];
        var hasNull = value.Type is not (KqlType.String or KqlType.Dynamic);
        var offset = call.Arguments.Length > 1 ? Arithmetic.ConstantOf(call.Arguments[1].Sql) ?? 1 : 1;
        var cell = hasNull && !value.Nullable ? Expr.Call("toNullable", value.Sql) : value.Sql;
        SqlExpression[] arguments = [cell, Expr.Number(Math.Abs(offset))];
        if (call.Arguments.Length > 2)
            arguments = [.. arguments, Expr.Cast(call.Arguments[2].To(value.Type).Sql, SqlTypes.Of(value.Type))];
        return new SqlValue(call.Over(offset < 0 ? forward : back, SqlFrame.AllRows, arguments), value.Type, hasNull);
    }
}

internal sealed class Prev() : NeighborFunction("prev", "lagInFrame", "leadInFrame")
{
    public override string Doc => "The value in the row before, or in one further back.";

    public override IReadOnlyList<Example> Examples { get; } =
    [
        new("prev(x)", "\n1\n2") { Over = "range x from 1 to 3 step 1 | sort by x asc" },
        new("prev(x, 2, 0)", "0\n0\n1") { Over = "range x from 1 to 3 step 1 | sort by x asc" },
        new("x - prev(x)", "\n-1\n-1") { Over = "range x from 1 to 3 step 1 | sort by x desc" },
    ];
}

internal sealed class Next() : NeighborFunction("next", "leadInFrame", "lagInFrame")
{
    public override string Doc => "The value in the row after, or in one further on.";

    public override IReadOnlyList<Example> Examples { get; } =
    [
        new("next(x)", "2\n3\n") { Over = "range x from 1 to 3 step 1 | sort by x asc" },
        new("next(s, 1, \"-\")", "2\n3\n-") { Over = "range x from 1 to 3 step 1 | sort by x asc | extend s = tostring(x)" },
    ];
}
