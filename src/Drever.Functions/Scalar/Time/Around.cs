using Drever.Functions.Operators;
using Drever.Sql;

namespace Drever.Functions.Scalar.Time;

/// <summary>Kusto reference, "around()": ends included; null of nulls.</summary>
internal sealed class Around : ScalarFunction
{
    public override IReadOnlyList<string> Signatures { get; } = ["around(value: scalar, center: scalar, delta: scalar): bool"];

    public override string Doc => "Whether a value is no further from a centre than a distance.";

    public override IReadOnlyList<Example> Examples { get; } =
        [new("around(11, 10, 1)", "true"), new("around(datetime(2024-01-01 01:00), datetime(2024-01-01), 30m)", "false")];

    public override SqlValue Lower(ScalarCall call)
    {
        var (value, center, delta) = (TimeMath.AsNumber(call[0]), TimeMath.AsNumber(call[1]), TimeMath.AsNumber(call[2]));
        var inside = Expr.And(
            Expr.GreaterOrEqual(value.Sql, Expr.Subtract(center.Sql, delta.Sql)), Expr.LessOrEqual(value.Sql, Expr.Add(center.Sql, delta.Sql)));
        return call.TruthOrNull(inside, value.Nullable || center.Nullable || delta.Nullable);
    }
}
