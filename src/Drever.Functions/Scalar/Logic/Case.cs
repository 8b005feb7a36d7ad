using Drever.Sql;

namespace Drever.Functions.Scalar.Logic;

/// <summary>Kusto reference, "case()": a null condition is not met.</summary>
internal sealed class Case : ScalarFunction
{
    public override IReadOnlyList<string> Signatures { get; } =
        ["case((predicate: bool, then: commonordynamic)+, else: commonordynamic): commonnondynamic foldable"];

    public override string Doc => "The value after the first condition that is met, else the last value.";

    public override IReadOnlyList<Example> Examples { get; } =
        [new("case(false, \"a\", true, \"b\", \"c\")", "b"), new("case(bool(null), \"a\", \"c\")", "c")];

    public override SqlValue Lower(ScalarCall call)
    {
        var parts = new SqlExpression[call.Count];
        var nullable = false;
        for (var i = 0; i < call.Count; i++)
        {
            var isCondition = i % 2 == 0 && i < call.Count - 1;
            var part = isCondition ? call[i] : call.Branch(i);
            nullable |= !isCondition && part.Nullable;
            parts[i] = part.Sql;
        }

        return new(Expr.Call("multiIf", parts), call.Type, nullable);
    }
}
