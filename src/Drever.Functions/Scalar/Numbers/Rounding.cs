using Drever.Functions.Values;
using Drever.Kql.Symbols;
using Drever.Sql;

namespace Drever.Functions.Scalar.Numbers;

/// <summary>Kusto reference, "abs()".</summary>
internal sealed class Abs : ScalarFunction
{
    public override IReadOnlyList<string> Signatures { get; } =
    [
        "abs(number: integer): long as FirstArgument foldable",
        "abs(number: number): param0 as FirstArgument foldable",
        "abs(number: timespan): timespan as FirstArgument foldable",
    ];

    public override string Doc => "The size of a number or timespan without its sign.";

    public override IReadOnlyList<Example> Examples { get; } = [new("abs(-5)", "5"), new("abs(-1.5)", "1.5"), new("abs(-1h)", "01:00:00")];

    public override SqlValue Lower(ScalarCall call)
    {
        var size = Expr.Call("abs", call[0].Sql);
        return call.Returns(call.Type is KqlType.Real or KqlType.Decimal ? size : Expr.Call("toInt64", size));
    }
}

/// <summary>Kusto reference, "round()": a half goes to the even neighbour, as the examples of the page have it.</summary>
internal sealed class Round : ScalarFunction
{
    public override IReadOnlyList<string> Signatures { get; } = ["round(number: number, precision: const long?): param0 as FirstArgument foldable"];

    public override string Doc => "A number rounded to some decimals, or to tens with a negative precision.";

    public override IReadOnlyList<Example> Examples { get; } =
        [new("round(2.98765, 3)", "2.988"), new("round(2.15, 1)", "2.2"), new("round(2.15)", "2"), new("round(21.5, -1)", "20"), new("round(27, -1)", "30")];

    public override SqlValue Lower(ScalarCall call)
    {
        var number = Integers.Wide(call[0]);
        return call.Count == 1 ? call.Returns(Expr.Call("round", number.Sql)) : call.Returns(Expr.Call("round", number.Sql, call[1].Sql));
    }
}

/// <summary>Kusto reference, "ceiling()".</summary>
internal sealed class Ceiling : ScalarFunction
{
    public override IReadOnlyList<string> Signatures { get; } = ["ceiling(number: number): param0 as FirstArgument foldable"];

    public override string Doc => "The smallest whole number that is not less.";

    public override IReadOnlyList<Example> Examples { get; } = [new("ceiling(-1.1)", "-1"), new("ceiling(0.9)", "1"), new("ceiling(3)", "3")];

    public override SqlValue Lower(ScalarCall call) => call[0].Type.IsInteger() ? call[0] : call.Returns(Expr.Call("ceil", call[0].Sql));
}

/// <summary>Kusto reference, "sign()".</summary>
internal sealed class Sign() : RealFunction("sign", isNamedAfterArgument: false)
{
    public override string Doc => "-1, 0 or 1 by the sign of a number.";

    public override IReadOnlyList<Example> Examples { get; } = [new("sign(-42)", "-1"), new("sign(0)", "0"), new("sign(11.2)", "1")];

    protected override SqlExpression Compute(SqlExpression number) => Expr.Call("toFloat64", Expr.Call("sign", number));
}

/// <summary>What a real is; false of null.</summary>
internal abstract class RealTest(string name, string engineName) : ScalarFunction
{
    public override IReadOnlyList<string> Signatures { get; } = [$"{name}(number: real): bool foldable"];

    public override SqlValue Lower(ScalarCall call)
    {
        var number = call[0].To(KqlType.Real);
        var test = Expr.Call("toBool", Expr.Call(engineName, number.Sql));
        return call.ReturnsNotNull(number.Nullable ? Expr.Call("ifNull", test, Expr.False) : test);
    }
}

internal sealed class IsNan() : RealTest("isnan", "isNaN")
{
    public override string Doc => "Whether a real is not a number.";

    public override IReadOnlyList<Example> Examples { get; } = [new("isnan(real(nan))", "true"), new("isnan(1.0)", "false"), new("isnan(real(null))", "false")];
}

internal sealed class IsInf() : RealTest("isinf", "isInfinite")
{
    public override string Doc => "Whether a real is infinite.";

    public override IReadOnlyList<Example> Examples { get; } = [new("isinf(real(-inf))", "true"), new("isinf(1.0)", "false")];
}

internal sealed class IsFinite() : RealTest("isfinite", "isFinite")
{
    public override string Doc => "Whether a real is neither infinite nor NaN.";

    public override IReadOnlyList<Example> Examples { get; } = [new("isfinite(1.0)", "true"), new("isfinite(real(nan))", "false")];
}
