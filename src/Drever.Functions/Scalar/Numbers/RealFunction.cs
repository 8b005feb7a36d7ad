using Drever.Functions.Values;
using Drever.Kql.Symbols;
using Drever.Sql;

namespace Drever.Functions.Scalar.Numbers;

/// <summary>A function of one number that gives a real. Source: Kusto reference, the page of the function.</summary>
internal abstract class RealFunction(string name, bool isNamedAfterArgument = true) : ScalarFunction
{
    public override IReadOnlyList<string> Signatures { get; } =
        [$"{name}({Parameter(name)}: number): real{(isNamedAfterArgument ? " as FirstArgument" : "")} foldable"];

    public override SqlValue Lower(ScalarCall call)
    {
        var number = call[0].To(KqlType.Real).Sql;
        return Domain(number) is { } outside ? call.ReturnsNullable(Expr.If(outside, Expr.Null, Compute(number))) : call.Returns(Compute(number));
    }

    protected abstract SqlExpression Compute(SqlExpression number);

    /// <summary>Where the function has no value and is null; null when it has one everywhere.</summary>
    protected virtual SqlExpression? Domain(SqlExpression number) => null;

    private static string Parameter(string name) => name switch { "degrees" => "radians", "radians" => "degrees", _ => "number" };
}

/// <summary>One that the engine has under some name.</summary>
internal abstract class EngineRealFunction(string name, string engineName, bool isNamedAfterArgument = true) : RealFunction(name, isNamedAfterArgument)
{
    protected override SqlExpression Compute(SqlExpression number) => Expr.Call(engineName, number);
}
