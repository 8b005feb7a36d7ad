using System.Collections.Immutable;
using Drever.Functions.Operators;
using Drever.Functions.Values;
using Drever.Kql.Binding;
using Drever.Sql;

namespace Drever.Functions.Scalar.Time;

/// <summary>Kusto reference, "format_datetime()": the format is a constant; empty text of null.</summary>
internal sealed class FormatDateTime : ScalarFunction
{
    private const string Letters = "dfFhHmMsyt";

    public override IReadOnlyList<string> Signatures { get; } = ["format_datetime(date: datetime, format: literal! string): string as FirstArgument foldable"];

    public override string Doc => "A moment as text, by a format such as yyyy-MM-dd HH:mm:ss.";

    public override IReadOnlyList<Example> Examples { get; } =
    [
        new("format_datetime(datetime(2017-01-29 09:00:05), 'yy-MM-dd [HH:mm:ss]')", "17-01-29 [09:00:05]"),
        new("format_datetime(datetime(2017-01-29 09:00:05), 'yyyy-M-dd [H:mm:ss]')", "2017-1-29 [9:00:05]"),
        new("format_datetime(datetime(2017-01-29 21:00:05), 'yy-MM-dd [hh:mm:ss tt]')", "17-01-29 [09:00:05 PM]"),
        new("format_datetime(datetime(2017-01-29 09:00:05.1234500), 's.fff s.FFFFFFF')", "5.123 5.12345"),
    ];

    public override string? Check(ImmutableArray<BoundExpression> arguments) =>
        arguments is [_, BoundLiteral { Value: string format }] ? PictureFormat.Check("format_datetime()", format, Letters, IsKnown) : null;

    public override SqlValue Lower(ScalarCall call)
    {
        var date = call[0];
        var text = TextOf([.. PictureFormat.Read(call.LiteralText(1) ?? "", Letters).Select(part => Text(part, date.Sql))]);
        return call.ReturnsNotNull(date.Nullable ? Expr.Call("ifNull", text, Expr.Text("")) : text);
    }

    internal static SqlExpression TextOf(SqlExpression[] parts) => parts switch
    {
        [] => Expr.Text(""),
        [var one] => one,
        _ => Expr.Call("concat", parts),
    };

    private static bool IsKnown(PicturePart part) => part.Letter switch
    {
        'f' or 'F' => part.Length <= 7,
        'y' => part.Length is 1 or 2 or 4,
        't' => part.Length == 2,
        _ => part.Length <= 2,
    };

    private static SqlExpression Text(PicturePart part, SqlExpression date) => part switch
    {
        { IsText: true } => Expr.Text(part.Text),
        { Letter: 'y', Length: 4 } => Padded(Expr.Call("toYear", date), 4),
        { Letter: 'y' } => Padded(Expr.Call("modulo", Expr.Call("toYear", date), Expr.Number(100)), part.Length),
        { Letter: 'M' } => Padded(Expr.Call("toMonth", date), part.Length),
        { Letter: 'd' } => Padded(Expr.Call("toDayOfMonth", date), part.Length),
        { Letter: 'H' } => Padded(Expr.Call("toHour", date), part.Length),
        { Letter: 'h' } => Padded(Expr.Add(Expr.Call("modulo", Expr.Add(Expr.Call("toHour", date), Expr.Number(11)), Expr.Number(12)), Expr.Number(1)), part.Length),
        { Letter: 'm' } => Padded(Expr.Call("toMinute", date), part.Length),
        { Letter: 's' } => Padded(Expr.Call("toSecond", date), part.Length),
        { Letter: 't' } => Expr.If(Expr.Less(Expr.Call("toHour", date), Expr.Number(12)), Expr.Text("AM"), Expr.Text("PM")),
        _ => Fraction(Expr.Call("positiveModulo", TimeMath.UnixTicks(date), Expr.Number(Ticks.PerSecond)), part),
    };

    /// <summary>Digits of a second; with F without the zeros at the end.</summary>
    internal static SqlExpression Fraction(SqlExpression ticks, PicturePart part)
    {
        var digits = Expr.Call("substring", Padded(ticks, 7), Expr.Number(1), Expr.Number(part.Length));
        return part.Letter == 'F' ? Expr.Call("replaceRegexpOne", digits, Expr.Text("0+$"), Expr.Text("")) : digits;
    }

    internal static SqlExpression Padded(SqlExpression number, int length) =>
        length == 1 ? Expr.Call("toString", number) : Expr.Call("leftPad", Expr.Call("toString", number), Expr.Call("greatest", Expr.Number(length), Expr.Call("length", Expr.Call("toString", number))), Expr.Text("0"));
}
