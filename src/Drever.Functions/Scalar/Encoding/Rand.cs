using Drever.Functions.Values;
using Drever.Kql.Symbols;
using Drever.Sql;

namespace Drever.Functions.Scalar.Encoding;

/// <summary>Source: Kusto reference, "rand()": from 0 to less than 1, or with a number a whole number from 0 to less than it.</summary>
internal sealed class Rand : ScalarFunction
{
    public override IReadOnlyList<string> Signatures => ["rand(number: integer?): real as FirstArgument foldable"];

    public override string Doc => "A random number.";

    public override IReadOnlyList<Example> Examples =>
    [
        new("toint(rand())", "0"),
        new("toint(rand(1))", "0"),
        new("isnull(rand(10))", "false"),
    ];

    public override SqlValue Lower(ScalarCall call)
    {
        var random = Expr.Call("randCanonical", RandomTag.New(call));
        return call.ReturnsNotNull(call.Count == 0 ? random : Expr.Call("floor", Expr.Multiply(random, call[0].To(KqlType.Long).Integer(1))));
    }
}
