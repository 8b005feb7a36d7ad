using Drever.Sql;

namespace Drever.Functions.Scalar.Logic;

/// <summary>Kusto reference, "iff()": a null condition takes the second value.</summary>
internal sealed class Iff : ScalarFunction
{
    public override IReadOnlyList<string> Signatures { get; } =
    [
        "iff(if: bool, then: commonordynamic, else: commonordynamic): commonnondynamic foldable",
        "iif(if: bool, then: commonordynamic, else: commonordynamic): commonnondynamic foldable",
    ];

    public override string Doc => "One of two values, by a condition.";

    public override IReadOnlyList<Example> Examples { get; } =
        [new("iff(1 > 0, \"yes\", \"no\")", "yes"), new("iff(bool(null), 1, 2)", "2"), new("isnull(iff(true, int(null), 1))", "true")];

    public override SqlValue Lower(ScalarCall call)
    {
        var then = call.Branch(1);
        var otherwise = call.Branch(2);
        return new(Expr.If(call[0].Sql, then.Sql, otherwise.Sql), call.Type, then.Nullable || otherwise.Nullable);
    }
}
