using Drever.Functions.Operators;
using Drever.Kql.Binding;
using Drever.Kql.Symbols;
using Drever.Sql;

namespace Drever.Functions.Windows;

/// <summary>
/// Kusto reference, "row_window_session()": the first value of the session. A session ends at a null, at a restart, at a value too far from its
/// neighbour, and at one too far from the session's first. All but the last cut the rows into segments; within a segment the session is followed
/// value by value, which takes time by the square of the segment's length.
/// </summary>
internal sealed class RowWindowSession : WindowFunction
{
    public override IReadOnlyList<string> Signatures { get; } =
        ["row_window_session(expr: datetime, maxDistanceFromFirst: timespan, maxDistanceBetweenNeighbors: timespan, restart: bool?): param0"];

    public override string Doc => "The moment at which the session of the row began.";

    public override IReadOnlyList<Example> Examples { get; } =
    [
        new("tostring(row_window_session(t, 1h, 5m))", "2024-01-01T00:00:00.0000000Z\n2024-01-01T00:00:00.0000000Z\n2024-01-01T00:09:00.0000000Z")
        {
            Over = "datatable(t: datetime)[datetime(2024-01-01 00:00), datetime(2024-01-01 00:04), datetime(2024-01-01 00:09)]",
        },
        new("tostring(row_window_session(t, 6m, 5m))", "2024-01-01T00:00:00.0000000Z\n2024-01-01T00:00:00.0000000Z\n2024-01-01T00:08:00.0000000Z\n2024-01-01T00:08:00.0000000Z")
        {
            Over = "datatable(t: datetime)[datetime(2024-01-01 00:00), datetime(2024-01-01 00:04), datetime(2024-01-01 00:08), datetime(2024-01-01 00:12)]",
        },
    ];

    public override BoundExpression RestartOf(BoundCall call, IFunctionCatalog functions)
    {
        var moment = call.Arguments[0];
        var before = BoundCalls.Function(functions, "prev", KqlType.DateTime, moment);
        var distance = BoundCalls.Operator(functions, "-", KqlType.TimeSpan, moment, before);
        var isFar = BoundCalls.Operator(functions, ">=", KqlType.Bool, distance, call.Arguments[2]);
        var ends = BoundCalls.Operator(functions, "or", KqlType.Bool, BoundCalls.Function(functions, "isnull", KqlType.Bool, before), isFar);
        return BoundCalls.Or(functions, ends, call.Arguments.Length > 3 ? call.Arguments[3] : null);
    }

    public override SqlValue Lower(WindowCall call)
    {
        var (moment, longest) = (call.Arguments[0], call.Arguments[1]);
        var ticks = Expr.Call("ifNull", TimeMath.UnixTicks(moment.Sql), Expr.Number(0));
        var so = call.InSegment(3).Over("groupArray", SqlFrame.RowsToCurrent, ticks);
        var start = Expr.Call(
            "arrayFold",
            Expr.Lambda("first", "next", (first, next) => Expr.If(Expr.GreaterOrEqual(Expr.Subtract(next, first), longest.Sql), next, first)),
            so,
            Expr.Call("arrayElement", so, Expr.Number(1)));
        var session = TimeMath.FromUnixTicks(start);
        return new SqlValue(moment.Nullable ? Expr.If(Expr.IsNull(moment.Sql), Expr.Null, session) : session, KqlType.DateTime, moment.Nullable);
    }
}
