using Drever.Functions;
using Drever.Functions.Values;
using Drever.Kql.Binding;
using Drever.Kql.Symbols;
using Drever.Sql;

namespace Drever.Translation.Lowering.Operators;

/// <summary>
/// <c>range x from a to b step c</c>: a, a + c, ... as far as b, either way. Source: Kusto reference, "range operator". Whole
/// numbers, moments and spans are counted in whole steps; a step of zero or a null gives no row.
/// </summary>
internal static class RangeLowering
{
    public static SelectBlock Lower(BoundRange range, RelationLowering relations)
    {
        var session = relations.Session;
        var type = range.Column.Type;
        var from = Number(relations.LowerConstant(range.From).To(type));
        var to = Number(relations.LowerConstant(range.To).To(type));
        var stepType = type == KqlType.DateTime ? KqlType.TimeSpan : type;
        var step = Number(relations.LowerConstant(range.Step).To(stepType));
        var whole = type is not (KqlType.Real or KqlType.Decimal);

        // the last step that is still inside; a little is forgiven to what is not whole
        var distance = Expr.Subtract(to, from);
        var steps = whole
            ? Expr.Call("intDivOrZero", distance, step)
            : Expr.Call("floor", Expr.Add(Expr.Binary(SqlBinaryOperator.Divide, distance, step), Expr.Number(1e-9)));
        var reaches = Expr.And(
            Expr.NotEqual(step, Expr.Number(0)),
            Expr.GreaterOrEqual(Expr.Multiply(Expr.Call("sign", distance), Expr.Call("sign", step)), Expr.Number(0)));
        var count = Expr.Call("ifNull", Expr.If(reaches, Expr.Add(Expr.Call("toInt64", steps), Expr.Number(1)), Expr.Number(0)), Expr.Number(0));

        var alias = session.Names.New("t");
        var block = new SelectBlock(session, new FixedSource(new SqlTableFunction("numbers", [Expr.Call("toUInt64", count)], alias)));
        var index = Expr.Call("toInt64", new SqlColumn(alias, "number"));
        var value = Expr.Add(from, Expr.Multiply(index, step));
        block.Define(range.Column, new ColumnSlot(new SqlValue(Typed(value, type), type, Nullable: false), isComputed: true));
        block.NaturalOrder = [new RowOrderKey(range.Column, Descending: false, NullsFirst: true)];
        return block;
    }

    /// <summary>The value as a plain number: a moment as its ticks.</summary>
    private static SqlExpression Number(SqlValue value) =>
        value.Type == KqlType.DateTime ? Conversions.TicksOf(value.Sql) : value.Sql;

    private static SqlExpression Typed(SqlExpression number, KqlType type) => type switch
    {
        KqlType.DateTime => Conversions.FromTicks(Expr.Call("assumeNotNull", number)),
        _ => Expr.Cast(number, SqlTypes.NotNull(type)),
    };
}
