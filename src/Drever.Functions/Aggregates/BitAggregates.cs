using Drever.Functions.Operators;
using Drever.Kql.Symbols;
using Drever.Sql;

namespace Drever.Functions.Aggregates;

/// <summary>Kusto reference, "binary_all_and()" and its relatives; null over no values.</summary>
internal abstract class BitAggregate(string name, string engineName) : AggregateFunction
{
    public override IReadOnlyList<string> Signatures { get; } = [$"{name}(expr: summable): param0 as FirstArgument"];

    public override SqlValue Lower(ScalarCall call)
    {
        var number = TimeMath.AsNumber(call[0]);
        var bits = Expr.Call(engineName + "OrNull", Expr.Call("toInt64", number.Sql));
        return call.ReturnsNullable(call.Type switch
        {
            KqlType.Int => Expr.Call("toInt32", bits),
            KqlType.DateTime => Values.Conversions.FromTicks(bits),
            KqlType.Real => Expr.Call("toFloat64", bits),
            _ => bits,
        });
    }
}

internal sealed class BinaryAllAnd() : BitAggregate("binary_all_and", "groupBitAnd")
{
    public override string Doc => "The bits that all values have.";

    public override IReadOnlyList<Example> Examples { get; } = [new("binary_all_and(x)", "8") { Over = "range x from 8 to 11 step 1" }];
}

internal sealed class BinaryAllOr() : BitAggregate("binary_all_or", "groupBitOr")
{
    public override string Doc => "The bits that some value has.";

    public override IReadOnlyList<Example> Examples { get; } = [new("binary_all_or(x)", "11") { Over = "range x from 8 to 11 step 1" }];
}

internal sealed class BinaryAllXor() : BitAggregate("binary_all_xor", "groupBitXor")
{
    public override string Doc => "The bits that an odd number of values has.";

    public override IReadOnlyList<Example> Examples { get; } = [new("binary_all_xor(x)", "3") { Over = "range x from 1 to 2 step 1" }];
}
