using Drever.Sql;

namespace Drever.Functions.Operators;

/// <summary>Kusto reference, "Numerical operators": null when a side is null.</summary>
internal abstract class OrderOperator(string text, SqlBinaryOperator op) : OperatorFunction
{
    public override IReadOnlyList<string> Signatures { get; } =
    [
        $"{text}(left: bool, right: numberorbool): bool",
        $"{text}(left: number, right: numberorbool): bool",
        $"{text}(left: timespan, right: timespan): bool",
        $"{text}(left: datetime, right: datetime): bool",
        $"{text}(left: dynamic, right: dynamic): bool",
        $"{text}(left: dynamic, right: number): bool",
        $"{text}(left: number, right: dynamic): bool",
    ];

    public override SqlValue Lower(ScalarCall call)
    {
        var (left, right) = Comparable.ForOrder(call[0], call[1]);
        return call.TruthOrNull(Expr.Binary(op, left.Sql, right.Sql), left.Nullable || right.Nullable);
    }
}

internal sealed class LessOperator() : OrderOperator("<", SqlBinaryOperator.Less)
{
    public override string Doc => "Whether the left value comes before the right one.";

    public override IReadOnlyList<Example> Examples { get; } = [new("1 < 1.5", "true"), new("isnull(1 < int(null))", "true")];
}

internal sealed class LessOrEqualOperator() : OrderOperator("<=", SqlBinaryOperator.LessOrEqual)
{
    public override string Doc => "Whether the left value comes before the right one or is equal to it.";

    public override IReadOnlyList<Example> Examples { get; } = [new("1h <= 60m", "true")];
}

internal sealed class GreaterOperator() : OrderOperator(">", SqlBinaryOperator.Greater)
{
    public override string Doc => "Whether the left value comes after the right one.";

    public override IReadOnlyList<Example> Examples { get; } = [new("datetime(2024-01-02) > datetime(2024-01-01)", "true")];
}

internal sealed class GreaterOrEqualOperator() : OrderOperator(">=", SqlBinaryOperator.GreaterOrEqual)
{
    public override string Doc => "Whether the left value comes after the right one or is equal to it.";

    public override IReadOnlyList<Example> Examples { get; } = [new("dynamic(3) >= 2.5", "true")];
}
