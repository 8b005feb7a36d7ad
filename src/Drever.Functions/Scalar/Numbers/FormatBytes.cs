using Drever.Functions.Values;
using Drever.Kql.Binding;
using Drever.Kql.Symbols;
using Drever.Sql;

namespace Drever.Functions.Scalar.Numbers;

/// <summary>Kusto reference, "format_bytes()": units of 1024; without a unit, the largest that leaves one or more.</summary>
internal sealed class FormatBytes : ScalarFunction
{
    private static readonly string[] Units = ["Bytes", "KB", "MB", "GB", "TB", "PB", "EB"];

    public override IReadOnlyList<string> Signatures { get; } = ["format_bytes(size: number, precision: const number?, format: const string?): string as FirstArgument"];

    public override string Doc => "A number of bytes for people.";

    public override IReadOnlyList<Example> Examples { get; } =
    [
        new("format_bytes(564)", "564 Bytes"), new("format_bytes(10332, 1)", "10.1 KB"), new("format_bytes(20010332)", "19 MB"),
        new("format_bytes(20010332, 2)", "19.08 MB"), new("format_bytes(20010332, 0, \"KB\")", "19541 KB"),
    ];

    public override string? Check(System.Collections.Immutable.ImmutableArray<BoundExpression> arguments) =>
        arguments is [_, _, BoundLiteral { Value: string unit }] && !IsUnit(unit)
            ? $"format_bytes(): '{unit}' is no unit of bytes; it takes {string.Join(", ", Units)}"
            : null;

    public override SqlValue Lower(ScalarCall call)
    {
        var size = call[0].To(KqlType.Real);
        var digits = call.Count > 1 ? call[1].Sql : Expr.Number(0);
        var unit = call.Count > 2 ? call.LiteralText(2) : null;
        var text = Expr.Call("ifNull", unit is not null ? In(size.Sql, Array.FindIndex(Units, u => IsSame(u, unit)), digits) : InLargest(size.Sql, digits), Expr.Text(""));
        return call.ReturnsNotNull(text);
    }

    private static SqlExpression InLargest(SqlExpression size, SqlExpression digits) => Once.Use("size", size, s =>
    {
        var parts = new List<SqlExpression>();
        for (var power = Units.Length - 1; power > 0; power--)
        {
            parts.Add(Expr.GreaterOrEqual(Expr.Call("abs", s), Expr.Number(Math.Pow(1024, power))));
            parts.Add(In(s, power, digits));
        }

        return Expr.Call("multiIf", [.. parts, In(s, 0, digits)]);
    });

    private static SqlExpression In(SqlExpression size, int power, SqlExpression digits) =>
        Expr.Call(
            "concat",
            Expr.Call("toString", Expr.Call("round", Expr.Binary(SqlBinaryOperator.Divide, size, Expr.Number(Math.Pow(1024, power))), digits)),
            Expr.Text(" " + Units[power]));

    private static bool IsUnit(string unit) => Array.Exists(Units, u => IsSame(u, unit));

    private static bool IsSame(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}
