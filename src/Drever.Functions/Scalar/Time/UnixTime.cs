using Drever.Functions.Operators;
using Drever.Functions.Scalar.Numbers;
using Drever.Functions.Values;
using Drever.Kql.Symbols;
using Drever.Sql;

namespace Drever.Functions.Scalar.Time;

/// <summary>Moments of Unix times. Source: Kusto reference, "unixtime_seconds_todatetime()" and its relatives; null beyond the years 1 to 9999.</summary>
internal abstract class UnixTimeFunction(string unit, long ticks, long divisor = 1) : ScalarFunction
{
    private const long First = -Moments.UnixEpoch;
    private const long Last = 2_534_023_007_999_999_999;

    public override IReadOnlyList<string> Signatures { get; } = [$"unixtime_{unit}_todatetime(number: number): datetime foldable"];

    public override SqlValue Lower(ScalarCall call)
    {
        var number = call[0];
        if (!number.Type.IsInteger())
        {
            // in ticks a real of today's size is exact to some microseconds
            var real = Expr.Call("round", Expr.Multiply(number.To(KqlType.Real).Sql, Expr.Number((double)ticks / divisor)));
            return Moment(call, Expr.Call("accurateCastOrNull", real, Expr.Text(SqlType.Int64.Name)), First, Last);
        }

        var whole = Integers.AsLong(number);
        return divisor > 1
            ? Moment(call, Expr.Call("intDiv", whole, Expr.Number(divisor)), First, Last)
            : Moment(call, whole, First / ticks, Last / ticks, ticks);
    }

    private static SqlValue Moment(ScalarCall call, SqlExpression number, long first, long last, long factor = 1) =>
        call.ReturnsNullable(Expr.If(
            Expr.And(Expr.GreaterOrEqual(number, Expr.Number(first)), Expr.LessOrEqual(number, Expr.Number(last))),
            TimeMath.FromUnixTicks(factor == 1 ? number : Expr.Multiply(number, Expr.Number(factor))),
            Expr.Null));
}

internal sealed class UnixSeconds() : UnixTimeFunction("seconds", Ticks.PerSecond)
{
    public override string Doc => "The moment of a number of seconds since 1970.";

    public override IReadOnlyList<Example> Examples { get; } =
        [new("unixtime_seconds_todatetime(1546300800)", "2019-01-01T00:00:00.0000000Z"), new("unixtime_seconds_todatetime(0.5)", "1970-01-01T00:00:00.5000000Z")];
}

internal sealed class UnixMilliseconds() : UnixTimeFunction("milliseconds", Ticks.PerMillisecond)
{
    public override string Doc => "The moment of a number of milliseconds since 1970.";

    public override IReadOnlyList<Example> Examples { get; } = [new("unixtime_milliseconds_todatetime(1546300800000)", "2019-01-01T00:00:00.0000000Z")];
}

internal sealed class UnixMicroseconds() : UnixTimeFunction("microseconds", Ticks.PerMicrosecond)
{
    public override string Doc => "The moment of a number of microseconds since 1970.";

    public override IReadOnlyList<Example> Examples { get; } = [new("unixtime_microseconds_todatetime(1546300800000000)", "2019-01-01T00:00:00.0000000Z")];
}

internal sealed class UnixNanoseconds() : UnixTimeFunction("nanoseconds", 1, divisor: 100)
{
    public override string Doc => "The moment of a number of nanoseconds since 1970.";

    public override IReadOnlyList<Example> Examples { get; } = [new("unixtime_nanoseconds_todatetime(1546300800000000000)", "2019-01-01T00:00:00.0000000Z")];
}
