using Drever.Functions.Values;
using Drever.Kql.Symbols;
using Drever.Sql;

namespace Drever.Functions.Scalar.Json;

/// <summary>
/// Source: Kusto reference, "pack_all()". The binder makes its arguments of the row: whether to leave out what is null or empty, then a name
/// and a column by turns.
/// </summary>
internal sealed class PackAll : ScalarFunction
{
    public override IReadOnlyList<string> Signatures => ["pack_all(ignore_null_empty: literal scalar?): custom foldable"];

    public override string Doc => "A bag of all columns of the row.";

    public override IReadOnlyList<Example> Examples =>
    [
        new("pack_all()", """{"Source":"555-1313","Target":"","CharsCount":42}""") { Over = """print Source = "555-1313", Target = "", CharsCount = 42""" },
        new("pack_all(true)", """{"Source":"555-1313","CharsCount":42}""") { Over = """print Source = "555-1313", Target = "", CharsCount = 42""" },
    ];

    public override SqlValue Lower(ScalarCall call)
    {
        var columns = Enumerable.Range(0, (call.Count - 1) / 2).Select(i => (Name: call[(2 * i) + 1].ToText(), Value: call[(2 * i) + 2]));
        return call.ReturnsNotNull(call[0].Sql is SqlBool { Value: true }
            ? DynamicValues.BagOfSlots(Filled(columns))
            : DynamicValues.Bag(columns.Select(c => (c.Name, c.Value.ToItem()))));
    }

    private static SqlExpression Filled(IEnumerable<(SqlExpression Name, SqlValue Value)> columns)
    {
        var slots = columns.Select(c => Expr.If(
            c.Value.Type is KqlType.String or KqlType.Dynamic ? Expr.Call("empty", c.Value.ToText()) : c.Value.IsNull(),
            Expr.Text(""),
            Expr.Call("concat", DynamicShapes.Quote(c.Name), Expr.Text(":"), c.Value.ToItem())));
        return Expr.Call("arrayFilter", Expr.Lambda("slot", s => Expr.Call("notEmpty", s)), Expr.Array([.. slots]));
    }
}
