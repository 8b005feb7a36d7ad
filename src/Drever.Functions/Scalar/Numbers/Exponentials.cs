using Drever.Functions.Values;
using Drever.Kql.Symbols;
using Drever.Sql;

namespace Drever.Functions.Scalar.Numbers;

internal sealed class Exp() : EngineRealFunction("exp", "exp")
{
    public override string Doc => "e to the power of a number.";

    public override IReadOnlyList<Example> Examples { get; } = [new("exp(0)", "1")];
}

internal sealed class Exp2() : EngineRealFunction("exp2", "exp2")
{
    public override string Doc => "2 to the power of a number.";

    public override IReadOnlyList<Example> Examples { get; } = [new("exp2(3)", "8")];
}

internal sealed class Exp10() : EngineRealFunction("exp10", "exp10")
{
    public override string Doc => "10 to the power of a number.";

    public override IReadOnlyList<Example> Examples { get; } = [new("exp10(3)", "1000")];
}

/// <summary>Logarithms: null of a negative number, minus infinity of zero.</summary>
internal abstract class LogarithmFunction(string name) : EngineRealFunction(name, name)
{
    protected override SqlExpression? Domain(SqlExpression number) => Expr.Less(number, Expr.Number(0));
}

internal sealed class Log() : LogarithmFunction("log")
{
    public override string Doc => "Natural logarithm.";

    public override IReadOnlyList<Example> Examples { get; } = [new("log(1)", "0"), new("isnull(log(-1))", "true")];
}

internal sealed class Log2() : LogarithmFunction("log2")
{
    public override string Doc => "Logarithm to base 2.";

    public override IReadOnlyList<Example> Examples { get; } = [new("log2(8)", "3")];
}

internal sealed class Log10() : LogarithmFunction("log10")
{
    public override string Doc => "Logarithm to base 10.";

    public override IReadOnlyList<Example> Examples { get; } = [new("log10(1000)", "3")];
}

internal sealed class Sqrt() : EngineRealFunction("sqrt", "sqrt")
{
    public override string Doc => "Square root; null of a negative number.";

    public override IReadOnlyList<Example> Examples { get; } = [new("sqrt(256)", "16"), new("isnull(sqrt(-1))", "true")];

    protected override SqlExpression? Domain(SqlExpression number) => Expr.Less(number, Expr.Number(0));
}

internal sealed class Pow : ScalarFunction
{
    public override IReadOnlyList<string> Signatures { get; } = ["pow(base: number, exponent: number): real as FirstArgument foldable"];

    public override string Doc => "A number to the power of another.";

    public override IReadOnlyList<Example> Examples { get; } = [new("pow(2, 3)", "8"), new("pow(2, 0.5) == sqrt(2)", "true")];

    public override SqlValue Lower(ScalarCall call) => call.Returns(Expr.Call("pow", call[0].To(KqlType.Real).Sql, call[1].To(KqlType.Real).Sql));
}

internal sealed class Gamma() : EngineRealFunction("gamma", "tgamma")
{
    public override string Doc => "The gamma function.";

    public override IReadOnlyList<Example> Examples { get; } = [new("round(gamma(5), 6)", "24")];
}

internal sealed class LogGamma() : EngineRealFunction("loggamma", "lgamma")
{
    public override string Doc => "Logarithm of the absolute value of the gamma function.";

    public override IReadOnlyList<Example> Examples { get; } = [new("round(loggamma(5), 4)", "3.1781")];
}

internal sealed class Erf() : EngineRealFunction("erf", "erf")
{
    public override string Doc => "The error function.";

    public override IReadOnlyList<Example> Examples { get; } = [new("round(erf(0.5), 4)", "0.5205")];
}

internal sealed class Erfc() : EngineRealFunction("erfc", "erfc")
{
    public override string Doc => "The complementary error function.";

    public override IReadOnlyList<Example> Examples { get; } = [new("round(erfc(0.5), 4)", "0.4795")];
}
