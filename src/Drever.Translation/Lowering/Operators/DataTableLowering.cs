using Drever.Functions;
using Drever.Functions.Values;
using Drever.Kql.Binding;
using Drever.Kql.Symbols;
using Drever.Sql;

namespace Drever.Translation.Lowering.Operators;

/// <summary>
/// <c>datatable</c>: one typed array for each column that is asked for, joined in parallel. That parses fast for long lists, and
/// the place of a row is at hand as an order.
/// </summary>
internal static class DataTableLowering
{
    public static SelectBlock Lower(BoundDataTable table, RelationLowering relations)
    {
        var session = relations.Session;
        // one row to join the arrays to
        var rows = new SelectBlock(session, new FixedSource(new SqlTableFunction("numbers", [Expr.Number(1)], session.Names.New("t"))));
        var place = session.Names.New("v");
        var numbers = Expr.Call("range", Expr.Number(table.Rows.Length));
        rows.ArrayJoin = [new SqlItem(numbers, place)];
        for (var i = 0; i < table.TableColumns.Length; i++)
        {
            var at = i;
            rows.Define(table.TableColumns[i], new ColumnSlot(() => Join(rows, table, at, relations), isComputed: false));
        }

        var order = new ColumnSymbol("place", KqlType.Long);
        rows.Define(order, new ColumnSlot(new SqlValue(Expr.Call("toInt64", new SqlVariable(place)), KqlType.Long, Nullable: false), isComputed: false));
        var nested = rows.Nest();
        nested.NaturalOrder = [new RowOrderKey(order, Descending: false, NullsFirst: true)];
        return nested;
    }

    private static SqlValue Join(SelectBlock rows, BoundDataTable table, int column, RelationLowering relations)
    {
        var symbol = table.TableColumns[column];
        var cells = table.Rows.Select(row => Cell(row[column], symbol.Type, relations)).ToList();
        var nullable = cells.Exists(c => c.Nullable);
        var type = nullable ? SqlTypes.Of(symbol.Type) : SqlTypes.NotNull(symbol.Type);
        var name = relations.Session.Names.New("v");
        rows.ArrayJoin = rows.ArrayJoin.Add(new SqlItem(Expr.Cast(Expr.Array([.. cells.Select(c => c.Sql)]), SqlType.Array(type)), name));
        return new SqlValue(new SqlVariable(name), symbol.Type, nullable);
    }

    /// <summary>The array's type says what its plain numbers and nulls are.</summary>
    private static SqlValue Cell(BoundExpression cell, KqlType type, RelationLowering relations) => cell switch
    {
        BoundLiteral { Value: int number } when type == KqlType.Int => new SqlValue(Expr.Number(number), type, Nullable: false),
        BoundLiteral { Value: null } when type is not (KqlType.String or KqlType.Dynamic) => new SqlValue(Expr.Null, type, Nullable: true),
        _ => relations.LowerConstant(cell).To(type),
    };
}
