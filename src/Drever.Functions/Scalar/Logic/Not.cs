using Drever.Functions.Operators;
using Drever.Functions.Values;
using Drever.Kql.Symbols;
using Drever.Sql;

namespace Drever.Functions.Scalar.Logic;

/// <summary>Kusto reference, "not()": null of null.</summary>
internal sealed class Not : ScalarFunction
{
    public override IReadOnlyList<string> Signatures { get; } = ["not(expression: bool): bool"];

    public override string Doc => "The opposite of a bool.";

    public override IReadOnlyList<Example> Examples { get; } =
        [new("not(1 > 0)", "false"), new("isnull(not(bool(null)))", "true"), new("not(5 == int(null))", "true")];

    public override SqlValue Lower(ScalarCall call)
    {
        var operand = call[0].To(KqlType.Bool);
        return call.TruthOrNull(Expr.Not(operand.Sql), operand.Nullable);
    }
}
