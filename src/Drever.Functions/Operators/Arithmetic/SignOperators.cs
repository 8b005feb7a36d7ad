using System.Collections.Immutable;
using Drever.Functions.Values;
using Drever.Kql.Symbols;
using Drever.Sql;

namespace Drever.Functions.Operators;

/// <summary>Kusto reference, "Numerical operators".</summary>
internal sealed class NegateOperator : OperatorFunction
{
    public override IReadOnlyList<string> Signatures { get; } = ["-x(operand: summable): custom", "-x(operand: dynamic): dynamic"];

    public override string Doc => "The opposite number or timespan.";

    public override IReadOnlyList<Example> Examples { get; } = [new("-(1 + 2)", "-3"), new("-(1h)", "-01:00:00")];

    public override KqlType CustomReturn(ImmutableArray<KqlType> arguments) => SignedType(arguments[0]);

    /// <summary>A moment has no opposite; its ticks have.</summary>
    internal static KqlType SignedType(KqlType operand) => operand;

    public override SqlValue Lower(ScalarCall call)
    {
        var operand = call[0];
        return operand switch
        {
            { Type: KqlType.Long or KqlType.TimeSpan } when Arithmetic.ConstantOf(operand.Sql) is { } literal and not long.MinValue =>
                call.ReturnsNotNull(Literals.LongOf(-literal)),
            { Sql: SqlFloat literal } => call.ReturnsNotNull(Expr.Number(-literal.Value)),
            { Type: KqlType.Dynamic } => OfDynamic(call, operand),
            { Type: KqlType.DateTime } => call.Returns(Conversions.FromTicks(Expr.Call("negate", TimeMath.AsNumber(operand).Sql))),
            _ => Arithmetic.Whole(call, Expr.Call("negate", operand.Sql), operand.Nullable),
        };
    }

    private static SqlValue OfDynamic(ScalarCall call, SqlValue operand)
    {
        var whole = new SqlValue(Expr.Call("negate", Expr.Call("toInt64OrNull", operand.Sql)), KqlType.Long, Nullable: true);
        var real = new SqlValue(Expr.Call("negate", operand.To(KqlType.Real).Sql), KqlType.Real, Nullable: true);
        return call.ReturnsNotNull(Expr.If(Expr.IsNotNull(whole.Sql), whole.ToDynamic(), real.ToDynamic()));
    }
}

/// <summary>Kusto reference, "Numerical operators".</summary>
internal sealed class PlusOperator : OperatorFunction
{
    public override IReadOnlyList<string> Signatures { get; } = ["+x(operand: summable): custom", "+x(operand: dynamic): dynamic"];

    public override string Doc => "The number itself.";

    public override IReadOnlyList<Example> Examples { get; } = [new("+(1 + 2)", "3")];

    public override KqlType CustomReturn(ImmutableArray<KqlType> arguments) => NegateOperator.SignedType(arguments[0]);

    public override SqlValue Lower(ScalarCall call) => call[0];
}
