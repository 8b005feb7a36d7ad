using System.Collections.Immutable;
using Drever.Kql.Binding;
using Drever.Sql;

namespace Drever.Functions.Scalar.Time;

/// <summary>
/// Between UTC and local time, by the zones' own history. Source: Kusto reference, "datetime_utc_to_local()", "datetime_local_to_utc()".
/// The zone must be a constant, as the engine reads its rules once.
/// </summary>
internal abstract class TimeZoneFunction(string name) : ScalarFunction
{
    public override IReadOnlyList<string> Signatures { get; } = [$"{name}(from: datetime, timezone: string): datetime foldable"];

    public override string? Check(ImmutableArray<BoundExpression> arguments) => arguments is [_, BoundLiteral { Value: string zone }]
        ? IsZone(zone) ? null : $"{name}(): '{zone}' is no time zone of the IANA database"
        : $"{name}(): the time zone must be a constant text";

    /// <summary>The engine has the zones with it; where the system has none of its own, the engine is the judge.</summary>
    private static bool IsZone(string zone) =>
        zone.Length is > 0 and < 64 && zone.All(c => char.IsAsciiLetterOrDigit(c) || c is '/' or '_' or '-' or '+')
            && (TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _) || !TimeZoneInfo.TryFindSystemTimeZoneById("Europe/Brussels", out _));

    /// <summary>A moment's wall-clock reading in one zone, taken for a reading in another.</summary>
    protected static SqlExpression Reread(SqlExpression moment, string from, string to) =>
        Expr.Call(
            "toTimeZone",
            Expr.Call("toDateTime64", Expr.Call("toString", Expr.Call("toTimeZone", moment, Expr.Text(from))), Expr.Number(7), Expr.Text(to)),
            Expr.Text("UTC"));
}

internal sealed class DateTimeUtcToLocal() : TimeZoneFunction("datetime_utc_to_local")
{
    public override string Doc => "What clocks of a time zone show at a moment.";

    public override IReadOnlyList<Example> Examples { get; } =
        [new("datetime_utc_to_local(datetime(2022-07-01 12:00), 'Europe/Brussels')", "2022-07-01T14:00:00.0000000Z")];

    public override SqlValue Lower(ScalarCall call) => call.Returns(Reread(call[0].Sql, call.LiteralText(1)!, "UTC"));
}

internal sealed class DateTimeLocalToUtc() : TimeZoneFunction("datetime_local_to_utc")
{
    public override string Doc => "The moment at which clocks of a time zone show a time.";

    public override IReadOnlyList<Example> Examples { get; } =
        [new("datetime_local_to_utc(datetime(2022-03-27 02:00), 'Europe/Brussels')", "2022-03-27T00:00:00.0000000Z")];

    public override SqlValue Lower(ScalarCall call) => call.Returns(Reread(call[0].Sql, "UTC", call.LiteralText(1)!));
}
