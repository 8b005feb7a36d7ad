using Drever.Functions.Operators;
using Drever.Functions.Values;
using Drever.Kql.Symbols;
using Drever.Sql;

namespace Drever.Functions.Scalar.Time;

/// <summary>Kusto reference, "ago()".</summary>
internal sealed class Ago : ScalarFunction
{
    public override IReadOnlyList<string> Signatures { get; } = ["ago(timespan: timespan): datetime foldable"];

    public override string Doc => "The time a timespan before the query's.";

    public override IReadOnlyList<Example> Examples { get; } = [new("now() - ago(1d)", "1.00:00:00")];

    public override SqlValue Lower(ScalarCall call) =>
        TimeMath.Shift(
            new SqlValue(call.Context.Now, KqlType.DateTime, Nullable: false),
            Arithmetic.ConstantOf(call[0].Sql) is { } span and not long.MinValue ? Literals.LongOf(-span) : Expr.Call("negate", call[0].Sql),
            call[0].Nullable);
}
