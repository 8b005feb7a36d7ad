using Drever.Functions.Operators;
using Drever.Kql.Symbols;

namespace Drever.Functions.Scalar.Time;

/// <summary>Kusto reference, "now()": the same moment in the whole query.</summary>
internal sealed class Now : ScalarFunction
{
    public override IReadOnlyList<string> Signatures { get; } = ["now(offset: timespan?): datetime foldable"];

    public override string Doc => "The time of the query, or a timespan after it.";

    public override IReadOnlyList<Example> Examples { get; } = [new("now(1h) - now()", "01:00:00"), new("now() == now()", "true")];

    public override SqlValue Lower(ScalarCall call)
    {
        var now = new SqlValue(call.Context.Now, KqlType.DateTime, Nullable: false);
        return call.Count == 0 ? now : TimeMath.Shift(now, call[0].Sql, call[0].Nullable);
    }
}
