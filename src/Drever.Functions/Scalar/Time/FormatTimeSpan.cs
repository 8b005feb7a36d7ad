using System.Collections.Immutable;
using Drever.Functions.Values;
using Drever.Kql.Binding;
using Drever.Sql;

namespace Drever.Functions.Scalar.Time;

/// <summary>Kusto reference, "format_timespan()": the format is a constant; the size of the span without its sign, empty text of null.</summary>
internal sealed class FormatTimeSpan : ScalarFunction
{
    private const string Letters = "dfFhHms";

    public override IReadOnlyList<string> Signatures { get; } = ["format_timespan(timespan: timespan, format: literal! string): string as FirstArgument foldable"];

    public override string Doc => "A timespan as text, by a format such as dd.hh:mm:ss.";

    public override IReadOnlyList<Example> Examples { get; } =
    [
        new("format_timespan(time(29.09:00:05.12345), 'dd.hh:mm:ss:FF')", "29.09:00:05:12"),
        new("format_timespan(time(29.09:00:05.12345), 'ddd.h:mm:ss [fffffff]')", "029.9:00:05 [1234500]"),
    ];

    public override string? Check(ImmutableArray<BoundExpression> arguments) =>
        arguments is [_, BoundLiteral { Value: string format }] ? PictureFormat.Check("format_timespan()", format, Letters, IsKnown) : null;

    public override SqlValue Lower(ScalarCall call)
    {
        var span = call[0];
        var size = Expr.Call("abs", span.Sql);
        var text = FormatDateTime.TextOf([.. PictureFormat.Read(call.LiteralText(1) ?? "", Letters).Select(part => Text(part, size))]);
        return call.ReturnsNotNull(span.Nullable ? Expr.Call("ifNull", text, Expr.Text("")) : text);
    }

    private static bool IsKnown(PicturePart part) => part.Letter switch
    {
        'd' => part.Length <= 8,
        'f' or 'F' => part.Length <= 7,
        _ => part.Length <= 2,
    };

    private static SqlExpression Text(PicturePart part, SqlExpression size) => part switch
    {
        { IsText: true } => Expr.Text(part.Text),
        { Letter: 'd' } => FormatDateTime.Padded(Expr.Call("intDiv", size, Expr.Number(Ticks.PerDay)), part.Length),
        { Letter: 'h' or 'H' } => Unit(size, Ticks.PerHour, 24, part.Length),
        { Letter: 'm' } => Unit(size, Ticks.PerMinute, 60, part.Length),
        { Letter: 's' } => Unit(size, Ticks.PerSecond, 60, part.Length),
        _ => FormatDateTime.Fraction(Expr.Call("modulo", size, Expr.Number(Ticks.PerSecond)), part),
    };

    private static SqlExpression Unit(SqlExpression size, long ticks, int of, int length) =>
        FormatDateTime.Padded(Expr.Call("modulo", Expr.Call("intDiv", size, Expr.Number(ticks)), Expr.Number(of)), length);
}
