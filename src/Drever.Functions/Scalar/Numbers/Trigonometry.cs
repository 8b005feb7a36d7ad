using Drever.Functions.Values;
using Drever.Kql.Symbols;
using Drever.Sql;

namespace Drever.Functions.Scalar.Numbers;

internal sealed class Sin() : EngineRealFunction("sin", "sin")
{
    public override string Doc => "Sine of an angle in radians.";

    public override IReadOnlyList<Example> Examples { get; } = [new("sin(0)", "0")];
}

internal sealed class Cos() : EngineRealFunction("cos", "cos")
{
    public override string Doc => "Cosine of an angle in radians.";

    public override IReadOnlyList<Example> Examples { get; } = [new("cos(0)", "1")];
}

internal sealed class Tan() : EngineRealFunction("tan", "tan")
{
    public override string Doc => "Tangent of an angle in radians.";

    public override IReadOnlyList<Example> Examples { get; } = [new("tan(0)", "0")];
}

internal sealed class Cot() : RealFunction("cot", isNamedAfterArgument: false)
{
    public override string Doc => "Cotangent of an angle in radians.";

    public override IReadOnlyList<Example> Examples { get; } = [new("round(cot(1), 6)", "0.642093")];

    protected override SqlExpression Compute(SqlExpression number) => Expr.Binary(SqlBinaryOperator.Divide, Expr.Number(1), Expr.Call("tan", number));
}

/// <summary>Arc functions of a sine or cosine: null beyond -1 and 1.</summary>
internal abstract class ArcFunction(string name) : EngineRealFunction(name, name)
{
    protected override SqlExpression? Domain(SqlExpression number) => Expr.Greater(Expr.Call("abs", number), Expr.Number(1));
}

internal sealed class Asin() : ArcFunction("asin")
{
    public override string Doc => "The angle whose sine is the number.";

    public override IReadOnlyList<Example> Examples { get; } = [new("asin(0)", "0"), new("isnull(asin(2))", "true")];
}

internal sealed class Acos() : ArcFunction("acos")
{
    public override string Doc => "The angle whose cosine is the number.";

    public override IReadOnlyList<Example> Examples { get; } = [new("acos(1)", "0"), new("isnull(acos(-2))", "true")];
}

internal sealed class Atan() : EngineRealFunction("atan", "atan")
{
    public override string Doc => "The angle whose tangent is the number.";

    public override IReadOnlyList<Example> Examples { get; } = [new("atan(0)", "0")];
}

internal sealed class Atan2 : ScalarFunction
{
    public override IReadOnlyList<string> Signatures { get; } = ["atan2(y: number, x: number): real as FirstArgument foldable"];

    public override string Doc => "The angle between the positive x axis and the line to a point.";

    public override IReadOnlyList<Example> Examples { get; } = [new("atan2(0, 1)", "0")];

    public override SqlValue Lower(ScalarCall call) => call.Returns(Expr.Call("atan2", call[0].To(KqlType.Real).Sql, call[1].To(KqlType.Real).Sql));
}

internal sealed class Degrees() : EngineRealFunction("degrees", "degrees", isNamedAfterArgument: false)
{
    public override string Doc => "Radians as degrees.";

    public override IReadOnlyList<Example> Examples { get; } = [new("degrees(pi())", "180")];
}

internal sealed class Radians() : EngineRealFunction("radians", "radians", isNamedAfterArgument: false)
{
    public override string Doc => "Degrees as radians.";

    public override IReadOnlyList<Example> Examples { get; } = [new("radians(180) == pi()", "true")];
}

internal sealed class Pi : ScalarFunction
{
    public override IReadOnlyList<string> Signatures { get; } = ["pi(): real foldable"];

    public override string Doc => "The ratio of a circle's circumference to its diameter.";

    public override IReadOnlyList<Example> Examples { get; } = [new("round(pi(), 4)", "3.1416")];

    public override SqlValue Lower(ScalarCall call) => call.ReturnsNotNull(Expr.Number(Math.PI));
}
